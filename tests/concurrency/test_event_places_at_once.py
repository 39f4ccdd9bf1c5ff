"""The last places of an event: nobody sits on another's, nobody who waits is passed, whoever presses first."""

from __future__ import annotations

import pytest

from coordination.events.domain import registration
from coordination.events.models import Event, Registration
from coordination.people.actor import Actor
from tests.concurrency.at_once import at_once, tally
from tests.factories import events, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

Status = Registration.Status
PLACES, THREADS = 3, 12
HOUSE = Actor.worker()


def register(event: Event, person):
    return lambda: registration.register(event, person, HOUSE)


def test_of_twelve_who_register_at_once_three_have_a_place_each_and_nine_wait():
    event = events.event(capacity=PLACES)
    newcomers = [people.person(f"Tulija{number}") for number in range(THREADS)]

    outcomes = at_once(*[register(event, person) for person in newcomers])

    assert tally(outcomes) == (THREADS, set())
    assert sorted(event.registrations.coming().values_list("seat", flat=True)) == [1, 2, 3]
    assert event.registrations.waiting().count() == THREADS - PLACES


def test_while_three_give_their_places_back_and_others_come_the_first_who_wait_move_up():
    event = events.event(capacity=PLACES)
    first = [registration.register(event, people.person(f"Eka{number}"), HOUSE) for number in range(PLACES)]
    waiting = [registration.register(event, people.person(f"Jono{number}"), HOUSE) for number in range(PLACES)]
    late = [people.person(f"Myöhä{number}") for number in range(PLACES)]
    leaving = [lambda row=row: registration.decline(row, HOUSE) for row in first]

    outcomes = at_once(*leaving, *[register(event, person) for person in late])

    assert tally(outcomes) == (2 * PLACES, set())
    assert set(event.registrations.coming().values_list("pk", flat=True)) == {row.pk for row in waiting}
    assert event.registrations.waiting().count() == PLACES
