"""One at the door: two who begin at once, and one who begins while the person chooses a time by the link."""

from __future__ import annotations

import pytest

from coordination.people.actor import Actor
from coordination.recruitment.domain import interview, walk_in
from coordination.recruitment.models import Applicant, Interview, Slot
from tests.concurrency.at_once import at_once, tally
from tests.factories import interviews, people, recruitment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def begins(row: Applicant, by: Actor):
    return lambda: walk_in.begin(Applicant.objects.get(pk=row.pk), by)


def test_of_those_who_begin_at_once_one_does():
    row = recruitment.applicant(campaign=interviews.campaign())
    pair = [interviews.kaisa(), interviews.sari()]

    outcomes = at_once(*[begins(row, by) for by in pair * 3])

    assert tally(outcomes) == (1, {"begun"})
    assert Interview.objects.count() == 1


def test_the_choice_by_link_and_the_door_never_both():
    row = interviews.asked()
    wanted, own = Slot.objects.first(), Actor.by_link(row.applicant.person)

    def chooses() -> object:
        return interview.choose(Interview.objects.get(pk=row.pk), wanted, own)

    outcomes = at_once(chooses, begins(row.applicant, people.actor(people.sari())))

    done, codes = tally(outcomes)
    assert done == 1
    assert codes <= {"agreed", "begun"}
    assert Interview.objects.filter(status="agreed").count() == 1
