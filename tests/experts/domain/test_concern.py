from datetime import timedelta

import pytest

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
