"""Before the agreed day of waiting one is asked once, and kept on for the asking (CC-10, L-05)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.models import Rule
from coordination.recruitment.domain import choice, interview, keeping, place, retention, walk_in, withdrawing
from coordination.recruitment.models import Applicant
from coordination.recruitment.tasks import keeping as tasks
from tests.factories import interviews, people, recruitment, selection

pytestmark = pytest.mark.django_db
ASKED = "recruitment.place.ending"
HOUSE = Actor.worker()


def kept(days: int = 10, first_name: str = "Ritva", **fields: object) -> Applicant:
    """In reserve for so many days more."""
    row = selection.in_reserve(first_name)[0]
    facts = {"keep_until": clock.today() + timedelta(days=days), **fields}
    Applicant.objects.filter(pk=row.pk).update(**facts)
    row.refresh_from_db()
    return row


def asked() -> list[str]:
    return list(Message.objects.filter(kind=ASKED).order_by("pk").values_list("person__first_name", flat=True))


@transaction.atomic
def killed_after_asking(row: Applicant) -> None:
    keeping.ask(row.pk)
    raise RuntimeError("killed")


def code_of(call) -> str:
    with pytest.raises(Refused) as refusal:
        call()
    return refusal.value.code


def test_whoever_is_near_the_day_is_asked_once_however_often_the_worker_runs():
    kept(15, "Kauko")
    kept(14, "Ritva")
    kept(0, "Tuula", status="later")
    kept(-1, "Eila")

    counts = [tasks.ask(), tasks.ask()]

    assert (counts, asked()) == ([2, 0], ["Tuula", "Ritva"])


def test_a_worker_killed_midway_goes_on_and_asks_nobody_twice():
    """Each question is a transaction of its own, so the first stands when the worker dies at the second."""
    first, second = kept(3, "Ritva"), kept(4, "Sulo")
    keeping.ask(first.pk)
    with pytest.raises(RuntimeError):
        killed_after_asking(second)
    halfway = asked()

    assert (halfway, tasks.ask(), asked()) == (["Ritva"], 1, ["Ritva", "Sulo"])


def test_nobody_is_asked_whose_matter_moves_otherwise():
    kept(3, "Ritva", place_offered_at=clock.now(), place_answer_by=clock.today())
    kept(3, "Sulo", choice="select")
    withdrawing.withdraw(kept(3, "Tuula"), Actor.worker())

    assert (tasks.ask(), asked()) == (0, [])


def test_the_organisations_days_decide():
    Rule.objects.create(unit=people.organisation(), key="recruitment.ending_days", value=30, valid_from=clock.today())
    kept(29)

    assert tasks.ask() == 1


def test_the_question_tells_both_days_and_leads_to_the_button():
    row = kept(10)

    tasks.ask()

    message = Message.objects.get(kind=ASKED)
    days = [row.keep_until, row.keep_until + timedelta(days=365)]
    assert [f"{day.day}.{day.month}.{day.year}" in message.body for day in days] == [True, True]
    assert ("]]jatko/" in message.body, clock.local(message.valid_until).date()) == (
        True,
        row.keep_until + timedelta(days=1),
    )


@pytest.mark.parametrize("channel", ["post", "phone"])
def test_by_post_and_by_phone_it_waits_for_those_who_recruit(channel):
    row = kept(10)
    Person.objects.filter(pk=row.person_id).update(channel=channel, phone="+358401234567")

    tasks.ask()

    message = Message.objects.get(kind=ASKED)
    assert (message.status, message.channel, message.desk) == (
        "by_hand",
        channel,
        f"recruitment.campaign:{row.campaign_id}",
    )


def test_one_press_keeps_on_and_a_second_changes_nothing():
    row = kept(10)
    tasks.ask()
    day = row.keep_until + timedelta(days=365)

    keeping.keep_on(row, Actor.by_link(row.person))
    again = code_of(lambda: keeping.keep_on(row, Actor.by_link(row.person)))

    assert (row.keep_until, again, Message.objects.get(kind=ASKED).status) == (day, "early", "superseded")
    assert list(retention.over(row.campaign, day)) == []
    assert tasks.ask() == 0


def test_who_is_kept_on_is_asked_again_before_the_new_day():
    row = kept(10)
    tasks.ask()
    keeping.keep_on(row, people.actor(people.kaisa()).acting_for(row.person))
    Applicant.objects.update(keep_until=clock.today() + timedelta(days=5))

    assert (tasks.ask(), asked()) == (1, ["Ritva", "Ritva"])


def test_others_cannot_and_who_is_not_in_reserve_is_told_so():
    row = kept(10)
    chosen = recruitment.applicant("Veikko", status="selected")

    refused = [
        code_of(lambda: keeping.keep_on(row, people.actor(people.sari()).acting_for(row.person))),
        code_of(lambda: keeping.keep_on(chosen, Actor.by_link(chosen.person))),
        code_of(lambda: keeping.keep_on(kept(40, "Sulo"), Actor.worker())),
    ]

    assert refused == ["not_own", "not_kept", "early"]


@pytest.mark.parametrize("invite", [lambda row, by: interview.ask([row], by), walk_in.begin], ids=["asked", "door"])
def test_an_interview_takes_the_question_back(invite):
    interviews.slots()
    row = kept(10, status="later")
    tasks.ask()

    invite(row, interviews.kaisa())

    assert Message.objects.get(kind=ASKED).status == "superseded"


@pytest.mark.parametrize("days", [100, -1])
@pytest.mark.parametrize("end", [interview.cancel, interview.missed])
def test_who_waited_for_later_waits_again_when_the_interview_does_not_take_place(end, days):
    row = kept(days, status="later")
    talk = walk_in.begin(row, interviews.kaisa())

    end(talk, interviews.kaisa())

    row.refresh_from_db()
    soonest = clock.today() + timedelta(days=max(days, 15))
    assert (row.status, row.reserve_rank, row.keep_until) == ("later", 1, soonest)


def test_an_offered_place_takes_the_question_back():
    row = kept(10)
    tasks.ask()

    place.offer(row, Actor.worker())

    assert Message.objects.get(kind=ASKED).status == "superseded"


def test_whoever_was_to_hear_otherwise_and_then_not_is_asked_before_the_details_go():
    row = kept(3)
    choice.choose(row.campaign, [row], HOUSE, "not_chosen", reason="full")
    Applicant.objects.filter(pk=row.pk).update(keep_until=clock.today() - timedelta(days=1))

    choice.take_back(row.campaign, [row], HOUSE)

    assert list(retention.over(row.campaign)) == []
    assert Applicant.objects.get(pk=row.pk).keep_until == keeping.soonest_end(row.campaign)
