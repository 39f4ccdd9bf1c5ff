"""A place offered, answered and settled by several in the same instant: once each, and nobody is told twice."""

from __future__ import annotations

import pytest

from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.recruitment.domain import decision, place
from coordination.recruitment.models import Applicant
from tests.concurrency.at_once import at_once, tally
from tests.factories import people, selection

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_of_two_recruiters_who_offer_one_place_one_does():
    row = selection.in_reserve("Ritva")[0]
    by = people.actor(people.kaisa())

    outcomes = at_once(*[lambda: place.offer(Applicant.objects.get(pk=row.pk), by)] * 4)

    assert tally(outcomes) == (1, {"offered"})


def test_a_yes_and_a_no_in_the_same_instant_are_one_answer():
    row = selection.offered()
    by = Actor.by_link(row.person)

    outcomes = at_once(
        lambda: place.answer(Applicant.objects.get(pk=row.pk), by, takes=True),
        lambda: place.answer(Applicant.objects.get(pk=row.pk), by, takes=False),
    )

    assert tally(outcomes) == (1, {"not_offered"})


def test_two_workers_who_settle_one_choice_tell_once():
    row = selection.interviewed(choice="select")
    by = people.actor(people.kaisa())

    outcomes = at_once(*[lambda: decision.settle_one(row.pk, "select", by)] * 4)

    assert (tally(outcomes), Message.objects.count()) == ((4, set()), 1)
