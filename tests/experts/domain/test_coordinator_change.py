"""A new coordinator: their people are told once."""

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.domain import agreement as agreements
from coordination.records.models import Job
from experts.domain import coordinator_change as verbs
from experts.tasks import coordinator_change as tasks
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def order():
    return orders.order_sent()


def changed(unit=None):
    """Tero coordinates from today."""
    unit = unit or people.organisation()
    tero = people.person(first_name="Tero", email="tero@example.org", channel="email", phone="0400000000")
    people.role_for(tero, "coordinator", people.organisation())
    row = agreements.agree(unit, people.actor(people.kaisa()), coordinator=tero, payer=unit, supervision=unit)
    return verbs.NewCoordinator.by_agreement(row)


def test_the_experts_and_those_who_have_ordered_are_told_once(order):
    aino = experts.aino()
    new = changed(order.unit.organisation())
    people.agreement_for(order.unit, new.person)

    for __ in range(2):
        verbs.tell(new, people.actor(people.kaisa()))

    told = Message.objects.filter(kind="people.coordinator_changed")
    assert {row.person for row in told} >= {aino.person}
    assert told.count() == verbs.told(new) == len(verbs.people_of(new))
    assert all("Tero" in row.body and "040 000 0000".replace(" ", "\u00a0") in row.body for row in told)


def test_a_unit_that_has_agreed_otherwise_is_left_alone(order):
    assert order.orderer not in verbs.people_of(changed(people.organisation()))


def test_open_orders_move_to_the_new_coordinator(order):
    new = changed(order.unit)

    verbs.tell(new, people.actor(people.kaisa()), hand_over=True)

    order.refresh_from_db()
    assert order.coordinator == new.person


def test_many_are_told_by_the_worker(order):
    new = changed(order.unit)

    work = verbs.tell(new, people.actor(people.kaisa()), at_once=0)
    tasks.tell(work.pk)

    assert (Job.objects.get().status, verbs.told(new)) == ("done", len(verbs.people_of(new)))


def test_a_stranger_tells_nobody(order):
    with pytest.raises(Refused):
        verbs.tell(changed(order.unit), people.actor(people.stranger_coordinator()))


def test_a_day_to_come_moves_no_orders(order):
    new = changed(order.unit)
    later = verbs.NewCoordinator(new.cause, new.person, new.unit, clock.today().replace(year=2999), new.former)

    assert verbs.orders_of(later) == []


def ended(person, unit=None):
    """The person's role ends today."""
    row = people.role_for(person, "coordinator", unit)
    row.ends_on = clock.today()
    row.save()
    return row


def test_when_a_role_ends_its_people_are_told_who_goes_on(order):
    aino = experts.aino()
    tero = people.person(first_name="Tero", email="tero@example.org", channel="email", phone="0400000000")
    verbs.tell(verbs.NewCoordinator.by_role(people.role_for(tero, "coordinator")), people.actor(people.kaisa()))

    new = verbs.NewCoordinator.after(ended(tero))
    for __ in range(2):
        verbs.tell(new, people.actor(people.kaisa()))

    letters = Message.objects.filter(kind="people.coordinator_changed", person=aino.person).order_by("pk")
    assert ["Kaisa" in row.body for row in letters] == [False, True]
    assert (new.person, new.former, new.from_day > clock.today()) == (people.kaisa(), tero, True)


def test_nobody_is_told_while_nobody_goes_on():
    assert verbs.NewCoordinator.after(ended(people.kaisa())) is None


def test_ending_the_role_on_its_page_opens_the_telling(client):
    people.sign_in(client, people.admin())
    tero = people.person(first_name="Tero")
    people.kaisa()
    row = people.role_for(tero, "coordinator")
    type(row).objects.filter(pk=row.pk).update(starts_on=clock.today().replace(year=2020))

    answer = client.post(reverse("people_person:role_end", args=[tero.pk, row.pk]), {})
    page = client.get(answer.url)

    assert answer.url == reverse("coordinator_change:ended", args=[row.pk])
    assert page.context["new"].person == people.kaisa()
