"""Settling: every draft becomes true, everybody hears in their own channel, and a worker may die at any moment (CC-10, L-45)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import job
from coordination.records.models import Job
from coordination.recruitment.domain import choice, decision, equality
from coordination.recruitment.models import Applicant
from coordination.recruitment.tasks import decision as tasks
from tests.factories import people, recruitment, selection

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def draft(name: str, to: str, channel: str = "email", **facts: object) -> Applicant:
    row = selection.interviewed(name)
    Person.objects.filter(pk=row.person_id).update(channel=channel, phone="+358401234567")
    choice.choose(recruitment.campaign(), [row], HOUSE, to, **facts)
    return row


def told() -> list[tuple[str, str]]:
    return sorted(Message.objects.values_list("kind", "channel"))


def test_settling_moves_each_and_tells_each_in_their_own_channel():
    rows = [
        draft("Aija", "select"),
        draft("Ben", "reserve", "post"),
        draft("Cia", "later", "sms"),
        draft("Dan", "not_chosen", "phone", reason="balance"),
    ]

    work = decision.settle(recruitment.campaign(), people.actor(people.kaisa()))

    found = Applicant.objects.filter(pk__in=[row.pk for row in rows]).order_by("pk")
    assert work is None
    assert [(row.status, row.choice, row.reason, bool(row.keep_until)) for row in found] == [
        ("selected", "", "", False),
        ("reserve", "", "", True),
        ("later", "", "", True),
        ("not_chosen", "", "balance", False),
    ]
    assert all(row.decided_at and row.told_at >= row.decided_at for row in found)
    assert told() == [
        ("recruitment.choice.later", "sms"),
        ("recruitment.choice.not_chosen", "phone"),
        ("recruitment.choice.reserve", "post"),
        ("recruitment.choice.selected", "email"),
    ]


def test_an_answer_tells_no_third_person_and_nothing_of_what_was_applied_for():
    draft("Aija", "not_chosen", reason="no_experience")

    decision.settle(recruitment.campaign(), HOUSE)

    message = Message.objects.get()
    assert str(recruitment.campaign().names) not in message.subject + message.body
    assert "/tapahtumat/" in message.body


def test_who_cannot_be_chosen_any_more_stays_a_draft_and_stops_nobody_else():
    stuck, other = draft("Aija", "select"), draft("Ben", "select")
    Applicant.objects.filter(pk=stuck.pk).update(is_employee=True)

    decision.settle(recruitment.campaign(), HOUSE)

    states = Applicant.objects.filter(pk__in=(stuck.pk, other.pk)).order_by("pk").values_list("status", "choice")
    assert list(states) == [("interviewed", "select"), ("selected", "")]


def test_they_are_settled_in_the_order_of_their_keys_as_whoever_locks_many_does():
    rows = [draft("Aija", "select"), draft("Ben", "select"), draft("Cia", "select")]
    for number, row in enumerate(rows):
        Applicant.objects.filter(pk=row.pk).update(came_at=clock.now() - timedelta(days=number))

    decision.settle(recruitment.campaign(), HOUSE)

    assert list(Message.objects.order_by("pk").values_list("person", flat=True)) == [row.person_id for row in rows]


def test_a_worker_that_died_goes_on_and_tells_nobody_twice(monkeypatch):
    monkeypatch.setattr(decision, "AT_ONCE", 1)
    rows = [draft("Aija", "select"), draft("Ben", "select"), draft("Cia", "select")]
    work = decision.settle(recruitment.campaign(), people.actor(people.kaisa()))
    late = draft("Dan", "select")
    decision.settle_one(rows[0].pk, "select", HOUSE)
    job.begin(work.pk)

    tasks.settle(work.pk)

    done = Job.objects.get(pk=work.pk)
    late.refresh_from_db()
    assert (done.status, done.done, done.total, late.choice) == ("done", 3, 3, "select")
    assert told() == [("recruitment.choice.selected", "email")] * 3


def test_a_choice_changed_after_the_press_waits_for_the_next_one():
    row = draft("Aija", "select")
    choice.choose(recruitment.campaign(), [row], HOUSE, "reserve")

    done = decision.settle_one(row.pk, "select", HOUSE)

    row.refresh_from_db()
    assert (done, row.status, row.choice, told()) == (False, "interviewed", "reserve", [])


@pytest.mark.parametrize(("by", "code"), [("kaisa", "nothing"), ("olli", "not_recruiter")])
def test_settling_is_refused_without_drafts_and_to_others(by, code):
    campaign = recruitment.campaign()

    with pytest.raises(Refused) as refusal:
        decision.settle(campaign, people.actor(getattr(people, by)()))

    assert refusal.value.code == code


def test_small_groups_are_not_told_nor_given_away():
    campaign = recruitment.campaign()
    for number in range(12):
        status = "not_chosen" if number < 7 else "selected"
        reason = {"reason": "full" if number < 6 else "balance"} if number < 7 else {}
        age = "25_39" if number != 11 else "over_70"
        recruitment.applicant(f"H{number}", campaign=campaign, status=status, age_band=age, **reason)

    answers, reasons = equality.of(campaign)[:2]

    assert [(line.total, line.cells) for line in answers.lines] == [(11, [None, None]), (None, [None, None])]
    assert [(line.total, line.cells) for line in reasons.lines] == [(7, [None, None])]
