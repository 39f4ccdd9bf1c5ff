"""Eight who choose one time in the same instant: one has it, the rest are told to choose another."""

from __future__ import annotations

import pytest

from coordination.people.actor import Actor
from coordination.recruitment.domain import interview, slot
from coordination.recruitment.models import Interview, Slot
from tests.concurrency.at_once import at_once, tally
from tests.factories import interviews, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

THREADS = 8


def test_of_eight_who_choose_one_time_one_has_it():
    interviews.slots(1)
    rows = [interviews.asked(f"Hakija{number}") for number in range(THREADS)]
    wanted = Slot.objects.get()

    def press(row):
        return lambda: interview.choose(Interview.objects.get(pk=row.pk), wanted, Actor.by_link(row.applicant.person))

    outcomes = at_once(*[press(row) for row in rows])

    assert tally(outcomes) == (1, {"taken"})
    assert Interview.objects.filter(status="agreed", slot=wanted).count() == 1


def test_of_two_who_offer_the_same_hour_of_an_interviewer_one_does():
    home = interviews.campaign()
    facts = {"times": [(interviews.at(9), interviews.at(10))], "interviewers": [people.sari()], "place": "Huone"}
    by = interviews.kaisa()

    outcomes = at_once(*[lambda: slot.offer(home, by, **facts)] * 4)

    assert tally(outcomes) == (1, {"busy"})
