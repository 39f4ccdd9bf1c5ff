"""Two write apart and sum up together; nothing of health is kept but now, later or no (CC-11, CC-12, EX-08, EX-10)."""

from __future__ import annotations

import pytest

from coordination.feedback.models import Suggestion
from coordination.foundation import clock
from coordination.people.models import Person
from coordination.recruitment.domain import health_words, interview, interview_note, interview_summary, interview_topic
from coordination.recruitment.models import Campaign, Interview, InterviewNote, Summary
from tests.factories import interviews, people
from tests.recruitment.domain.test_interview import refusal

pytestmark = pytest.mark.django_db
CODE = "131052-308T"
ALL = interview_summary.CRITERIA
NOW = {"outcome": "now", "life_situation": "now", "criteria": ALL}


def readers_words(row: Interview, person: Person) -> list[str]:
    """Whose notes this person may read now."""
    return [note.interviewer.first_name for note in interview_note.readable(row, people.user_for(person))]


def test_nobody_reads_the_others_notes_before_both_have_finished():
    row = interviews.begun()
    interviews.write(row, interviews.kaisa())
    interview_note.write(row, interviews.sari(), answers={}, impression="Kesken.")

    assert (readers_words(row, people.kaisa()), readers_words(row, people.sari())) == (["Kaisa"], ["Sari"])
    interviews.write(row, interviews.sari())

    assert (readers_words(row, people.kaisa()), readers_words(row, people.sari())) == (
        ["Kaisa", "Sari"],
        ["Sari", "Kaisa"],
    )
    assert refusal(interview_note.reopen, row, interviews.kaisa()) == "read"


def test_who_finished_first_may_go_on_while_the_other_writes():
    row = interviews.begun()
    interviews.write(row, interviews.kaisa())
    interview_note.write(row, interviews.sari(), answers={})
    assert refusal(interview_note.write, row, interviews.kaisa(), answers={}) == "ready"

    interview_note.reopen(row, interviews.kaisa())
    interviews.write(row, interviews.kaisa(), "Vielä tämä.")

    assert InterviewNote.objects.filter(ready_at=None).count() == 1


def test_who_comes_along_later_reads_nothing_before_having_written():
    row = interviews.written()
    helper = people.person("Vilma", unit=people.unit(), email="vilma@example.org")
    people.user_for(helper)
    people.role_for(helper, "coordinator", people.organisation())

    interview.join(row, people.actor(helper))
    interview_note.write(row, people.actor(helper), answers={})

    assert readers_words(row, helper) == ["Vilma"]
    assert refusal(interview_summary.close, row, interviews.kaisa(), **NOW) == "unready"


def test_notes_are_refused_to_strangers_before_the_time_and_with_an_identity_code():
    row = interviews.agreed()
    assert refusal(interview_note.write, row, interviews.kaisa(), answers={}) == "early"
    interviews.now(row)
    key = str(row.applicant.campaign.questions.first().pk)

    assert refusal(interview_note.write, row, people.actor(people.matti()), answers={}) == "stranger"
    assert refusal(interview_note.write, row, interviews.kaisa(), answers={key: CODE}) == "identity_code"
    assert refusal(interview_note.finish, row, interviews.kaisa()) == "suits"
    interview_note.write(row, interviews.kaisa(), answers={key: "Hyvä.", "999999": "vieras kysymys"})
    assert InterviewNote.objects.get().answers == {key: "Hyvä."}


def test_the_summary_dates_the_criteria_and_the_person_has_been_interviewed():
    row = interviews.written()

    made = interview_summary.close(row, interviews.sari(), **NOW, words="Innostunut.")

    today = clock.today()
    assert (made.recovered_on, made.reflects_on, made.cooperates_on) == (today, today, today)
    assert interviews.status(row) == ("held", "interviewed")
    again = Interview.objects.get(pk=row.pk)
    assert refusal(interview_summary.close, again, interviews.kaisa(), **NOW) == "closed"
    assert refusal(interview_note.write, again, interviews.kaisa(), answers={}) == "closed"


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"outcome": "now", "life_situation": "later", "criteria": ALL}, "contradiction"),
        ({"outcome": "now", "life_situation": "now", "criteria": ALL[:2]}, "criteria"),
        ({"outcome": "perhaps", "life_situation": "now"}, "outcome"),
        ({"outcome": "later", "life_situation": ""}, "life_situation"),
        ({"outcome": "later", "life_situation": "later", "words": CODE}, "identity_code"),
    ],
)
def test_what_cannot_be_summed_up_is_refused(facts, code):
    assert refusal(interview_summary.close, interviews.written(), interviews.kaisa(), **facts) == code
    assert Summary.objects.count() == 0


def test_a_council_asks_no_criteria():
    row = interviews.written()
    Campaign.objects.update(kind="council", meant_for="councils.council:1")

    made = interview_summary.close(row, interviews.kaisa(), outcome="now", life_situation="now")

    assert (made.outcome, made.recovered_on) == ("now", None)


def test_one_interviewer_alone_tells_why():
    row = interviews.begun()
    assert refusal(interview_summary.close, row, interviews.kaisa(), **NOW) == "no_notes"
    interviews.write(row, interviews.kaisa())
    assert refusal(interview_summary.close, row, interviews.kaisa(), **NOW) == "alone"

    made = interview_summary.close(row, interviews.kaisa(), **NOW, alone_because="Sari sairastui.")

    assert made.alone_because == "Sari sairastui."


def test_an_idea_goes_on_without_a_trace_of_whose_it_was():
    row = interviews.begun()
    Campaign.objects.update(kind="council", meant_for="councils.council:7")
    row.refresh_from_db()

    made = interview_topic.pass_on(row, interviews.sari(), "Puhelinajat ovat liian lyhyet.")

    assert (made.origin, made.meant_for, made.text) == (
        Suggestion.Origin.INTERVIEW,
        "councils.council:7",
        "Puhelinajat ovat liian lyhyet.",
    )
    assert refusal(interview_topic.pass_on, row, people.actor(people.matti()), "Vieras.") == "not_recruiter"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kertoi masennuksesta ja F32.1:stä", ["masennuksesta", "F32.1"]),
        ("Har diagnosen adhd", ["diagnosen", "adhd"]),
        ("Kiinnostunut kehittämään palveluita, puhuu rauhallisesti", []),
    ],
)
def test_words_of_health_are_seen_and_nothing_is_stopped(text, words):
    assert health_words.found(text) == words
