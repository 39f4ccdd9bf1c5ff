"""One who stands at the door without a time is interviewed at once (CC-10, EX-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.calendar.models import Entry
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from coordination.recruitment.domain import interview, interview_note, interview_summary, walk_in
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot
from tests.factories import councils, interviews, people, recruitment

pytestmark = pytest.mark.django_db


def at_the_door(**fields: object) -> Applicant:
    return recruitment.applicant(campaign=interviews.campaign(), **fields)


def refusal(row: Applicant, by: Actor | None = None, **facts: object) -> str:
    with pytest.raises(Refused) as caught:
        walk_in.begin(row, by or interviews.sari(), **facts)
    return caught.value.code


def taken_back(row: Interview, by: Actor | None = None) -> str:
    with pytest.raises(Refused) as caught:
        walk_in.take_back(row, by or interviews.sari())
    return caught.value.code


def sum_up(row: Interview, **facts: str) -> None:
    interview_summary.close(
        row, interviews.sari(), outcome="now", life_situation="now", criteria=interview_summary.CRITERIA, **facts
    )


def test_it_begins_now_for_two_and_all_that_follows_works():
    row = walk_in.begin(at_the_door(), interviews.sari(), beside=[people.kaisa()], place="Huone 2")

    assert (row.starts_at <= clock.now() < row.ends_at, row.slot, row.place) == (True, None, "Huone 2")
    assert interviews.status(row) == ("agreed", "invited")
    guests = [sorted(entry.guests.values_list("person__first_name", flat=True)) for entry in Entry.objects.standing()]
    assert sorted(guests) == [["Hilla"], ["Kaisa", "Sari"]]
    interviews.write(row, interviews.sari())
    interviews.write(row, interviews.kaisa())
    sum_up(row)
    assert interviews.status(row) == ("held", "interviewed")


def test_nothing_is_sent_and_the_person_has_heard_from_us():
    row = at_the_door()

    walk_in.begin(row, interviews.sari())

    row.refresh_from_db()
    assert (Message.objects.count(), row.told_at is None, row.invited_at is None) == (0, False, False)


def test_who_interviews_alone_tells_why_in_the_summary():
    row = walk_in.begin(at_the_door(), interviews.sari())
    interviews.write(row, interviews.sari())

    with pytest.raises(Refused) as caught:
        sum_up(row)
    assert caught.value.code == "alone"
    sum_up(row, alone_because="Työpari sairastui.")
    assert interviews.status(row) == ("held", "interviewed")


def test_one_who_was_invited_needs_not_choose_any_more():
    asked = interviews.asked()
    waits = Message.objects.get(kind="recruitment.interview.asked")

    row = walk_in.begin(asked.applicant, interviews.sari())

    waits.refresh_from_db()
    assert (row.pk, interviews.status(row), waits.status) == (asked.pk, ("agreed", "invited"), "superseded")
    with pytest.raises(Refused) as caught:
        interview.choose(asked, Slot.objects.first(), Actor.by_link(asked.applicant.person))
    assert caught.value.code == "begun"


def test_one_who_has_a_time_keeps_it_until_it_is_freed():
    row = interviews.agreed()
    assert refusal(row.applicant) == "agreed"

    interview.give_back(row, interviews.sari())
    begun = walk_in.begin(row.applicant, interviews.sari())

    assert begun.pk == row.pk
    assert Entry.objects.standing().count() == 2
    assert refusal(row.applicant, interviews.kaisa()) == "begun"


@pytest.mark.parametrize("status", ["interviewed", "selected", "not_chosen", "withdrawn", "admitted"])
def test_who_has_been_decided_is_past_interviews(status):
    reason = {"reason": "full"} if status == "not_chosen" else {}

    assert refusal(at_the_door(status=status, **reason)) == "stage"


def test_nobody_begins_with_oneself_nor_with_the_applicant_beside():
    matti = councils.matti().person
    people.role_for(matti, Role.Kind.COORDINATOR, people.organisation())
    row = at_the_door(person=matti)

    assert refusal(row, people.actor(matti)) == "oneself"
    assert refusal(row, beside=[matti]) == "oneself"


def test_only_who_recruits_begins_and_beside_are_those_who_recruit():
    row = at_the_door()

    assert refusal(row, people.actor(people.matti())) == "not_recruiter"
    assert refusal(row, beside=[people.matti()]) == "stranger"
    assert refusal(row, place="Hetu 131052-308T") == "identity_code"
    Campaign.objects.update(status=Campaign.Status.ENDED)
    row.refresh_from_db()
    assert refusal(row) == "ended"
    assert Interview.objects.count() == 0


def test_a_double_is_interviewed_in_the_entry_that_is_left():
    row = at_the_door()
    Applicant.objects.filter(pk=row.pk).update(merged_into=recruitment.applicant("Pekka", campaign=row.campaign))

    assert refusal(row) == "merged"


def test_who_did_not_stay_may_come_again():
    row = walk_in.begin(at_the_door(), interviews.sari())
    interview.missed(row, interviews.sari())

    again = walk_in.begin(row.applicant, interviews.sari())

    assert (again.pk == row.pk, interviews.status(again)) == (False, ("agreed", "invited"))
    interview_note.write(again, interviews.sari(), answers={}, suits="now")


def test_one_begun_by_mistake_leaves_nothing_behind():
    row = walk_in.begin(at_the_door(), interviews.sari(), beside=[people.kaisa()])
    interview_note.write(row, interviews.sari(), answers={}, suits="now")

    walk_in.take_back(row, interviews.kaisa())

    assert (interviews.status(row), Message.objects.count()) == (("cancelled", "interested"), 0)
    assert (row.notes.count(), row.interviewers.count(), Entry.objects.standing().count()) == (0, 0, 0)
    assert list(walk_in.possible(row.applicant.campaign)) == [row.applicant]


def test_by_mistake_with_one_who_was_invited_the_invitation_stands_again():
    asked = interviews.asked()
    Interview.objects.update(asked_at=clock.now() - timedelta(days=2))
    row = walk_in.begin(asked.applicant, interviews.sari())

    walk_in.take_back(row, interviews.sari())

    asked.refresh_from_db()
    assert (interviews.status(asked), asked.starts_at) == (("asked", "invited"), None)
    interview.choose(asked, Slot.objects.first(), Actor.by_link(asked.applicant.person))


def test_a_time_that_was_agreed_or_finished_notes_are_not_taken_back():
    agreed = interviews.begun("Sovittu")
    written = walk_in.begin(at_the_door(), interviews.sari())
    interviews.write(written, interviews.sari())

    assert taken_back(agreed) == "agreed"
    assert taken_back(written) == "finished"
    assert taken_back(written, people.actor(people.matti())) == "not_recruiter"
    sum_up(written, alone_because="Työpari sairastui.")
    assert taken_back(written) == "over"


def test_those_who_could_be_met_and_who_is_elsewhere_are_known():
    waits = recruitment.applicant("Uusi", campaign=interviews.campaign())
    asked = interviews.asked("Kysytty").applicant
    interviews.agreed("Sovittu")
    at_the_door(status=Applicant.Status.INTERVIEWED)
    met = recruitment.applicant("Toinen", campaign=interviews.campaign())
    walk_in.begin(met, interviews.sari(), beside=[people.kaisa()])

    assert set(walk_in.possible(interviews.campaign())) == {waits, asked}
    names = [person.first_name for person, __ in walk_in.elsewhere(Person.objects.filter(user__isnull=False))]
    assert sorted(names) == ["Kaisa", "Sari"]
