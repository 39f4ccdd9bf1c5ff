"""The last seat of a council: one gets it, nobody sits in a twenty-first."""

from __future__ import annotations

import pytest

from coordination.people.actor import Actor
from councils.domain import membership
from tests.concurrency.at_once import at_once, tally
from tests.factories import councils, people
from tests.factories.recruitment import BEFORE

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

THREADS = 16


def test_of_sixteen_who_are_admitted_to_the_last_seat_one_gets_it():
    board = councils.council(seats=20)
    councils.members(19, board)
    newcomers = [people.person(f"Uusi{number}", unit=board.unit) for number in range(THREADS)]

    def press(person):
        return lambda: membership.admit(board, person, Actor.worker(), admitted=BEFORE)

    outcomes = at_once(*[press(person) for person in newcomers])

    assert tally(outcomes) == (1, {"full"})
    assert board.memberships.seated().count() == 20
