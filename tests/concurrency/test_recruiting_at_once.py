"""Two presses of those who recruit, at once: everybody is told once, two entries become one, a place has one answer."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from django.db import transaction

from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from coordination.recruitment.domain import campaign as campaigns
from coordination.recruitment.domain import (
    choice,
    decision,
    interview,
    kick_off,
    merging,
    place,
    waiting,
    walk_in,
    withdrawing,
)
from coordination.recruitment.models import Applicant, Campaign
from tests.concurrency.at_once import at_once, tally
from tests.factories import events, interviews, recruitment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
HOUSE = Actor.worker()
Status, Choice = Applicant.Status, Applicant.Choice
THREADS = 4


def chosen(number: int) -> list[Applicant]:
    rows = [recruitment.applicant(f"Hakija{each}", status=Status.INTERVIEWED) for each in range(number)]
    for row in rows:
        recruitment.summary(row)
    choice.choose(rows[0].campaign, rows, HOUSE, Choice.LATER)
    return rows


def told(kind: str) -> int:
    return Message.objects.filter(kind=kind).count()


def test_a_selection_settled_by_many_tells_everybody_once():
    rows = chosen(3)

    outcomes = at_once(*[lambda: decision.settle(rows[0].campaign, HOUSE)] * THREADS)

    assert tally(outcomes)[1] <= {"nothing"}
    assert told("recruitment.choice.later") == len(rows)
    assert set(Applicant.objects.values_list("status", "choice")) == {("later", "")}


def test_a_selection_is_settled_while_others_still_choose():
    """Whoever settles takes them in the order they came, whoever chooses in that of the keys: neither waits for ever."""
    rows = chosen(decision.AT_ONCE)
    for number, row in enumerate(rows):
        Applicant.objects.filter(pk=row.pk).update(came_at=clock.now() - timedelta(hours=number))
    campaign = rows[0].campaign

    outcomes = at_once(
        lambda: decision.settle(campaign, HOUSE),
        *[lambda: choice.choose(campaign, rows, HOUSE, Choice.LATER)] * THREADS,
    )

    assert (outcomes[0], set(outcomes[1:]) <= {"done", "state"}) == ("done", True)


def test_a_selection_is_settled_while_the_same_people_are_invited():
    """Both lock the campaign first, and then the applicants in the order of their keys."""
    interviews.slots()
    rows = [recruitment.applicant(f"Hakija{each}", campaign=interviews.campaign()) for each in range(decision.AT_ONCE)]
    for number, row in enumerate(rows):
        Applicant.objects.filter(pk=row.pk).update(came_at=clock.now() - timedelta(hours=number))
    choice.choose(rows[0].campaign, rows, HOUSE, Choice.LATER)

    outcomes = at_once(
        lambda: decision.settle(rows[0].campaign, HOUSE), *[lambda: interview.ask(rows, HOUSE)] * THREADS
    )

    assert (outcomes[0], set(outcomes[1:]) <= {"done", "stage"}) == ("done", True)


@pytest.mark.parametrize(
    "invite", [lambda row, by: interview.ask([row], by), walk_in.begin], ids=["asked", "at the door"]
)
def test_one_kept_in_mind_is_not_invited_while_the_recruitment_ends(invite):
    """Whoever holds the applicant for a moment lets the ending overtake the invitation, which began first."""
    interviews.slots()
    home, sari = interviews.campaign(), interviews.sari()
    row = recruitment.applicant(campaign=home, status=Status.LATER)
    Campaign.objects.update(status=Campaign.Status.CLOSED)

    def holds() -> None:
        with transaction.atomic():
            workflow.locked(row)
            time.sleep(0.6)

    def invites() -> None:
        time.sleep(0.2)
        invite(Applicant.objects.select_related("campaign").get(pk=row.pk), sari)

    def ends() -> None:
        time.sleep(0.4)
        campaigns.end(Campaign.objects.get(pk=home.pk), HOUSE)

    outcomes = at_once(holds, invites, ends)

    assert outcomes[1:] in (["done", "unanswered"], ["ended", "done"])


def test_the_order_of_the_reserve_changes_while_those_in_it_are_told():
    rows = [
        recruitment.applicant(f"Hakija{number}", status=Status.RESERVE, reserve_rank=20 - number)
        for number in range(decision.AT_ONCE)
    ]

    outcomes = at_once(
        lambda: waiting.tell_where(rows, HOUSE),
        *[lambda: choice.rank(rows[0].campaign, rows[3], HOUSE, earlier=True)] * THREADS,
    )

    assert tally(outcomes) == (THREADS + 1, set())


def test_two_merges_the_one_into_the_other_leave_one_entry():
    one, other = recruitment.applicant("Yksi"), recruitment.applicant("Toinen")

    outcomes = at_once(lambda: merging.merge(one, other, HOUSE), lambda: merging.merge(other, one, HOUSE))

    assert tally(outcomes) == (1, {"unfit"})
    assert Applicant.objects.whole().count() == 1


def test_a_kick_off_pressed_by_many_invites_everybody_once():
    campaign = recruitment.campaign(kick_off=events.event())
    for number in range(3):
        recruitment.applicant(f"Hakija{number}", campaign=campaign)

    at_once(*[lambda: kick_off.invite_everyone(Campaign.objects.get(pk=campaign.pk), HOUSE)] * THREADS)

    assert told("events.event.invited") == 3


def test_a_place_answered_and_withdrawn_from_at_once_has_one_answer():
    row = recruitment.applicant(
        status=Status.RESERVE, place_offered_at=clock.now(), place_answer_by=clock.today() + timedelta(days=3)
    )
    recruitment.summary(row)

    def found() -> Applicant:
        return Applicant.objects.get(pk=row.pk)

    at_once(
        lambda: place.answer(found(), HOUSE, takes=False),
        lambda: place.answer(found(), HOUSE, takes=False),
        lambda: withdrawing.withdraw(found(), HOUSE),
    )

    row.refresh_from_db()
    assert (row.status, row.place_offered_at) == (Status.WITHDRAWN, None)
    assert (told("recruitment.place.declined") <= 1, told("recruitment.applicant.withdrawn")) == (True, 1)
