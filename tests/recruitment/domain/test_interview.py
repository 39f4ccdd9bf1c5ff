"""Times offered and chosen, changed, called off and missed (CC-10, EX-08)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coordination.calendar.models import Entry
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.models import Job
from coordination.recruitment.domain import interview, interview_asking, interview_reminder, slot, withdrawing
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot
from coordination.recruitment.tasks import interview as tasks
from tests.factories import interviews, people, recruitment

pytestmark = pytest.mark.django_db
KIND = "recruitment.interview."


def refusal(verb, *args, **facts) -> str:
    with pytest.raises(Refused) as caught:
        verb(*args, **facts)
    return caught.value.code


def told(since: int = 0) -> list[tuple[str, str]]:
    """Who was written to, and of what; since so many messages."""
    rows = Message.objects.order_by("pk").values_list("person__first_name", "kind")[since:]
    return [(name, kind.removeprefix(KIND)) for name, kind in rows]


def own(row: Interview) -> Actor:
    return Actor.by_link(row.applicant.person)


def test_as_many_times_fit_as_the_hours_let():
    day = interviews.at(9).date()

    found = slot.times(day, interviews.at(9).time(), interviews.at(12).time(), 45, 15)

    assert [clock.local(begins).hour for begins, __ in found] == [9, 10, 11]


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (lambda: interviews.at(9, days=-7), lambda: interviews.at(10, days=-7), "past"),
        (lambda: interviews.at(9), lambda: interviews.at(9, 5), "length"),
        (lambda: interviews.at(7), lambda: interviews.at(8), "hours"),
        (lambda: interviews.at(17, 30), lambda: interviews.at(18, 30), "hours"),
    ],
)
def test_a_time_that_does_not_fit_is_refused(begins, ends, code):
    home = interviews.campaign()
    facts = {"times": [(begins(), ends())], "interviewers": [people.kaisa()], "place": "Huone 2"}

    assert refusal(slot.offer, home, interviews.kaisa(), **facts) == code
    assert Slot.objects.count() == 0


def test_no_interviewer_is_in_two_places_at_once():
    interviews.slots(1)
    spans = [(interviews.at(9, 30), interviews.at(10, 15))]
    home = interviews.campaign()

    facts = {"times": spans, "place": "Toinen huone"}
    assert refusal(slot.offer, home, interviews.kaisa(), interviewers=[people.sari()], **facts) == "busy"
    assert refusal(slot.offer, home, interviews.kaisa(), interviewers=[people.matti()], **facts) == "stranger"
    assert refusal(slot.offer, home, interviews.kaisa(), times=spans, interviewers=[people.kaisa()]) == "place"
    overlapping = [*spans, (interviews.at(10), interviews.at(11))]
    busy = refusal(slot.offer, home, interviews.kaisa(), times=overlapping, interviewers=[people.kaisa()], place="x")
    assert busy == "overlap"


def test_who_does_not_recruit_offers_nothing():
    facts = {"times": [(interviews.at(9), interviews.at(10))], "interviewers": [people.kaisa()], "place": "x"}

    assert refusal(slot.offer, interviews.campaign(), people.actor(people.matti()), **facts) == "not_recruiter"


def test_everybody_asked_hears_in_their_own_channel_and_nobody_twice():
    interviews.slots()
    first = recruitment.applicant("Hilla", campaign=interviews.campaign())
    second = recruitment.applicant("Pekka", campaign=interviews.campaign())
    Person.objects.filter(pk=second.person_id).update(channel="post", street="Tie 1", postcode="00100", town="Koivu")
    second.person.refresh_from_db()

    made = interview.ask([first, second], interviews.kaisa())
    again = interview.ask([first, second], interviews.kaisa())

    assert (len(made), again) == (2, [])
    assert told() == [("Hilla", "asked"), ("Pekka", "asked")]
    letter = Message.objects.get(person=second.person)
    assert "9–9.45" in letter.body.replace("\u2060", "")
    assert [row.status for row in Applicant.objects.order_by("pk")] == ["invited", "invited"]


def test_nobody_is_invited_to_choose_from_nothing():
    someone = recruitment.applicant(campaign=interviews.campaign())

    assert refusal(interview.ask, [someone], interviews.kaisa()) == "no_times"
    interviews.slots()
    Applicant.objects.update(status="withdrawn")
    assert refusal(interview.ask, [someone], interviews.kaisa()) == "stage"


def test_many_are_invited_by_the_worker_and_one_who_withdrew_stops_nobody():
    interviews.slots()
    home = interviews.campaign()
    rows = [recruitment.applicant(f"Hakija{number}", campaign=home) for number in range(22)]
    work = interview_asking.start(home, rows, interviews.kaisa())
    Applicant.objects.filter(pk=rows[3].pk).update(status="withdrawn")

    tasks.ask(work.pk)

    assert Interview.objects.count() == 21
    assert Job.objects.filter(pk=work.pk).values_list("status", "done", "total").get() == ("done", 22, 22)


def test_no_job_is_begun_where_the_recruitment_has_ended():
    interviews.slots()
    home = interviews.campaign()
    rows = [recruitment.applicant(f"Hakija{number}", campaign=home, status="later") for number in range(21)]
    Campaign.objects.update(status=Campaign.Status.ENDED)
    home.refresh_from_db()

    assert refusal(interview_asking.start, home, rows, interviews.kaisa()) == "ended"
    assert Job.objects.count() == 0


def test_the_chosen_time_stands_in_both_calendars_and_both_interviewers_hear():
    row = interviews.agreed()

    assert (row.status, row.place, row.chosen_via) == ("agreed", interviews.PLACE, "link")
    assert told(1) == [("Hilla", "agreed"), ("Kaisa", "taken"), ("Sari", "taken")]
    guests = [
        sorted(entry.guests.values_list("person__first_name", flat=True)) for entry in Entry.objects.order_by("pk")
    ]
    assert guests == [["Kaisa", "Sari"], ["Hilla"]]
    assert "Hilla" not in "".join(Message.objects.filter(kind=f"{KIND}taken").values_list("body", flat=True))


def test_a_time_taken_by_somebody_else_is_not_chosen():
    first, second = interviews.agreed(), interviews.asked("Pekka")

    assert refusal(interview.choose, second, first.slot, own(second)) == "taken"
    gone = Slot(pk=9999, campaign=first.applicant.campaign)
    assert refusal(interview.choose, second, gone, own(second)) == "taken"
    assert refusal(interview.choose, second, Slot.objects.free().get(), own(first)) == "stranger"
    assert refusal(slot.take_back, first.slot, interviews.kaisa()) == "taken"


def test_another_time_frees_the_first_and_is_told():
    row = interviews.agreed()
    was, count = row.slot, Message.objects.count()

    interview.choose(row, Slot.objects.free().get(), own(row))

    assert Slot.objects.free().get() == was
    assert told(count) == [("Hilla", "moved"), ("Kaisa", "taken"), ("Sari", "taken")]
    assert {entry.sequence for entry in Entry.objects.all()} == {1}


def test_a_phone_answer_is_written_down_in_the_persons_name():
    row = interviews.asked()

    interview.choose(row, Slot.objects.free().first(), interviews.sari().acting_for(row.applicant.person))

    row.refresh_from_db()
    assert (row.status, row.chosen_via) == ("agreed", "phone")


def test_a_time_given_back_is_free_for_others():
    row = interviews.agreed()
    count = Message.objects.count()

    interview.give_back(row, own(row))

    assert (row.status, row.slot, Slot.objects.free().count()) == ("asked", None, 2)
    assert told(count) == [("Kaisa", "freed"), ("Sari", "freed")]
    assert Entry.objects.standing().count() == 0
    interview.choose(row, Slot.objects.free().first(), own(row))
    assert Entry.objects.standing().count() == 2


def test_a_cancelled_one_may_be_asked_again():
    row = interviews.agreed()

    interview.cancel(row, interviews.kaisa())

    assert interviews.status(row) == ("cancelled", "interested")
    assert ("Hilla", "cancelled") in told()
    assert len(interview.ask([Applicant.objects.get()], interviews.kaisa())) == 1


def test_who_withdraws_frees_the_time():
    row = interviews.agreed()

    withdrawing.withdraw(Applicant.objects.get(), own(row))

    assert interviews.status(row) == ("cancelled", "withdrawn")
    assert Slot.objects.free().count() == 2
    assert ("Hilla", "cancelled") not in told()


def test_a_missed_one_is_written_down_after_the_time_only():
    row = interviews.agreed()
    assert refusal(interview.missed, row, interviews.kaisa()) == "early"

    interview.missed(interviews.now(row), interviews.kaisa())

    assert interviews.status(row) == ("missed", "interested")


def test_who_comes_is_reminded_once_and_who_has_not_chosen_after_some_days():
    coming, silent = interviews.agreed(), interviews.asked("Pekka")
    Applicant.objects.update(told_at=clock.now() - timedelta(days=1))
    day_before = coming.starts_at - timedelta(hours=47)

    sent = [interview_reminder.send_due(moment) for moment in (clock.now(), day_before, day_before)]

    assert sent == [0, 2, 0]
    assert told()[-2:] == [("Hilla", "reminder"), ("Pekka", "unchosen")]
    assert silent.status == "asked"
