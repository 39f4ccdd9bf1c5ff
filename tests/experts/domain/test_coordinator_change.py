"""A new coordinator: their people are told once."""

import pytest

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
