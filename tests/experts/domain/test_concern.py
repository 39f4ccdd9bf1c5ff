from datetime import timedelta

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Role
from experts.domain import concern, todo
from experts.models import Concern
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


def told(**fields):
    made = orders.booking_confirmed()
    facts = {"kind": "belittled", "wish": "call", "words": "Minulle naurettiin.", **fields}
    return concern.tell(made, Actor.by_link(made.expert.person), **facts)


def another_coordinator():
    other = people.person("Toinen", "Koordinaattori", email="toinen@example.org")
    people.user_for(other)
    people.role_for(other, Role.Kind.COORDINATOR)
    return other


def seen_by(person):
    return list(Concern.objects.visible_to(person.user).values_list("words", flat=True))


def test_the_coordinator_alone_is_told_and_the_message_tells_nothing():
    row = told()

    message = Message.objects.get(kind="experts.concern.told")
    assert (row.coordinator, row.kept_from, message.person) == (people.kaisa(), None, people.kaisa())
    kept = ("naurettiin", "Aino", "Sari", row.booking.booking_request.number)
    assert [word for word in kept if word in message.subject + message.body] == []


def test_nobody_else_sees_it():
    row = told()
    others = [people.sari(), people.admin(), people.stranger_coordinator(), another_coordinator(), people.matti()]

    assert [seen_by(person) for person in others] == [[]] * 5
    assert seen_by(people.kaisa()) == seen_by(row.teller) == ["Minulle naurettiin."]


def test_it_is_kept_from_the_coordinator_whom_it_concerns():
    other = another_coordinator()

    row = told(to=other)

    assert (row.kept_from, seen_by(people.kaisa()), seen_by(other)) == (people.kaisa(), [], ["Minulle naurettiin."])


def test_another_coordinator_steps_in_when_the_chosen_one_has_left():
    told()
    other = another_coordinator()
    people.kaisa().roles.update(ends_on=clock.today() - timedelta(days=1))

    assert (seen_by(people.kaisa()), seen_by(other)) == ([], ["Minulle naurettiin."])


def test_whom_it_was_kept_from_never_steps_in():
    other = another_coordinator()
    told(to=other)
    other.roles.update(ends_on=clock.today() - timedelta(days=1))

    assert seen_by(people.kaisa()) == []


def by_phone(who, booking):
    return people.actor(who).acting_for(booking.expert.person)


def test_the_coordinator_writes_down_what_the_expert_tells_by_phone():
    made = orders.booking_confirmed()

    row = concern.tell(made, by_phone(people.kaisa(), made), kind="pressed", wish="talk", words="Minua painostettiin.")

    assert (row.teller, row.coordinator, row.kept_from) == (made.expert.person, people.kaisa(), None)
    assert [seen_by(person) for person in (row.teller, people.kaisa())] == [["Minua painostettiin."]] * 2
    assert [seen_by(person) for person in (people.sari(), people.admin(), another_coordinator())] == [[]] * 3
    assert Message.objects.filter(kind="experts.concern.told").count() == 0
    entry = ModelLogEntry.objects.get(action="kuuluviin.made", object_id=str(row.pk), content_type__model="concern")
    assert (entry.data["via"], entry.data["on_behalf_of"]) == ("phone", row.teller.pk)


def test_by_phone_too_another_coordinator_may_be_chosen_and_it_is_kept_from_the_orders_own():
    made, other = orders.booking_confirmed(), another_coordinator()

    concern.tell(made, by_phone(people.kaisa(), made), kind="other", wish="call", words="Hänestä.", to=other)

    assert (seen_by(people.kaisa()), seen_by(other)) == ([], ["Hänestä."])
    assert Message.objects.get(kind="experts.concern.told").person == other


@pytest.mark.parametrize("who", [people.sari, people.admin, people.stranger_coordinator, people.matti])
def test_only_a_coordinator_of_the_unit_writes_it_down(who):
    made = orders.booking_confirmed()

    with pytest.raises(Refused) as refusal:
        concern.tell(made, by_phone(who(), made), kind="other", wish="nothing")

    assert (refusal.value.code, Concern.objects.count()) == ("stranger", 0)


def test_the_page_by_phone_takes_no_identity_code_and_keeps_the_rest(client):
    made = orders.booking_confirmed()
    address = reverse("booking_request:concern", args=[made.booking_request_id, made.pk])
    people.sign_in(client, people.kaisa())

    refused = client.post(address, {"kind": "other", "wish": "call", "words": "131052-308T"})
    kept = client.post(address, {"kind": "other", "wish": "call", "words": "Minulle naurettiin."})

    assert (refused.status_code, kept.status_code) == (200, 302)
    assert list(Concern.objects.values_list("words", flat=True)) == ["Minulle naurettiin."]


@pytest.mark.parametrize("who", [people.sari, people.kaisa, people.matti])
def test_only_the_booked_expert_tells(who):
    made = orders.booking_confirmed()

    with pytest.raises(Refused) as refusal:
        concern.tell(made, people.actor(who()), kind="other", wish="nothing")

    assert (refusal.value.code, Concern.objects.count()) == ("stranger", 0)


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"kind": "x"}, "choice"), ({"wish": "x"}, "choice"), ({"words": "131052-308T"}, "identity_code")],
)
def test_what_cannot_be_told(fields, code):
    with pytest.raises(Refused) as refusal:
        told(**fields)

    assert refusal.value.code == code


def test_it_is_told_only_to_a_coordinator_of_the_unit():
    with pytest.raises(Refused) as refusal:
        told(to=people.matti())

    assert refusal.value.code == "coordinator"


def test_handled_tells_what_was_done_and_the_expert_gets_word():
    row = told()

    concern.handle(row, people.actor(people.kaisa()), "Puhuimme puhelimessa.")

    assert (row.status, row.done) == ("handled", "Puhuimme puhelimessa.")
    assert Message.objects.get(kind="experts.concern.handled").person == row.teller
    with pytest.raises(Refused):
        concern.handle(row, people.actor(people.kaisa()), "Uudestaan.")


@pytest.mark.parametrize("who", [people.sari, another_coordinator, people.admin])
def test_others_do_not_handle_it(who):
    row = told()

    with pytest.raises(Refused) as refusal:
        concern.handle(row, people.actor(who()), "Hoidettu.")

    assert refusal.value.code == "stranger"


def test_it_stands_first_among_the_coordinators_matters_and_is_counted_by_unit():
    row = told()
    kaisa = people.actor(people.kaisa()).user

    first = todo.for_coordinator(kaisa)[0]

    assert (first.tone, row.teller.first_name in first.title + first.text) == ("first", False)
    assert concern.counts_by_unit(kaisa) == [(row.booking.booking_request.unit, 1, 1)]
    assert concern.counts_by_unit(people.actor(another_coordinator()).user) == []
