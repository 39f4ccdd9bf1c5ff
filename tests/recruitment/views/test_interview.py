"""The interviewer's tablet: who gets in, what is read when, what is saved by itself."""

from __future__ import annotations

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from coordination.feedback.models import Suggestion
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import interview_summary, walk_in
from coordination.recruitment.models import Interview, InterviewNote, Summary
from tests.factories import interviews, people, recruitment

pytestmark = pytest.mark.django_db


def sit_down(person) -> Client:
    return people.sign_in(Client(), person)


def address(name: str, row: Interview, *more: object) -> str:
    return reverse(f"recruitment:{name}", args=[row.pk, *more])


def words_of(row: Interview, text: str, **more: str) -> dict[str, str]:
    """What the form posts: every question answered with the same text."""
    return {f"q_{question.pk}": text for question in row.applicant.campaign.questions.all()} | more


def page(person, row: Interview) -> str:
    response = sit_down(person).get(address("interview", row))
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_two_write_apart_and_sum_up_together():
    row = interviews.begun()
    kaisa, sari = sit_down(people.kaisa()), sit_down(people.sari())

    kaisa.post(address("interview", row), words_of(row, "Kaisan sanat.", suits="now", finish="1"))
    sari.post(address("interview_autosave", row), words_of(row, "Sarin sanat.", suits="later"))
    assert ("Kaisan sanat." in page(people.sari(), row), "Sarin sanat." in page(people.kaisa(), row)) == (False, False)
    sari.post(address("interview", row), words_of(row, "Sarin sanat.", suits="now", finish="1"))
    assert ("Kaisan sanat." in page(people.sari(), row), "Sarin sanat." in page(people.kaisa(), row)) == (True, True)
    together = {
        "outcome": "now",
        "life_situation": "now",
        "criteria": list(interview_summary.CRITERIA),
        "words": "Sopii.",
    }
    sari.post(address("interview_sum_up", row), together)

    assert Summary.objects.values_list("outcome", "closed_by__first_name").get() == ("now", "Sari")
    assert interviews.status(row) == ("held", "interviewed")
    assert "Sopii." in page(people.kaisa(), row)


def test_a_talk_begun_with_the_wrong_person_is_taken_back():
    row = walk_in.begin(recruitment.applicant(campaign=interviews.campaign()), interviews.sari())
    agreed = interviews.begun("Sovittu")
    sari, door = sit_down(people.sari()), address("interview_take_back", row)

    assert [door in page(people.sari(), each) for each in (row, agreed)] == [True, False]
    assert sari.post(address("interview_take_back", agreed)).url == address("interview", agreed)
    assert sari.post(door).url == reverse("recruitment:times", args=[row.applicant.campaign_id])

    assert (interviews.status(row), sari.post(door).status_code) == (("cancelled", "interested"), 404)
    assert interviews.status(agreed) == ("agreed", "invited")


def test_what_is_typed_stays_when_it_is_refused():
    row = interviews.written()

    response = sit_down(people.sari()).post(address("interview_sum_up", row), {"outcome": "now", "words": "Säilyy."})

    assert response.status_code == 200
    assert "Säilyy." in response.content.decode()
    assert set(response.context["summary_form"].errors) == {"life_situation"}


@pytest.mark.parametrize(
    ("words", "status", "answer"),
    [
        ("Puhui masennuksesta.", 200, {"saved": True, "note": "masennuksesta"}),
        ("Puhui rauhallisesti.", 200, {"saved": True, "note": ""}),
        ("Hetu 131052-308T", 422, {"saved": False}),
    ],
)
def test_autosave_keeps_what_is_sound_and_remarks_gently(words, status, answer):
    row = interviews.begun()

    response = sit_down(people.sari()).post(address("interview_autosave", row), words_of(row, words))

    assert (response.status_code, response.json()) == (status, answer)
    assert InterviewNote.objects.count() == (status == 200)


def test_a_recruiter_who_does_not_interview_reads_no_notes_until_coming_along():
    row = interviews.written()
    row.interviewers.remove(people.sari())

    assert "Kaisan sanat." not in page(people.sari(), row)
    sit_down(people.sari()).post(address("interview_press", row, "mukaan"))

    assert row.interviewers.filter(pk=people.sari().pk).exists()


@pytest.mark.parametrize("who", [people.finance, people.matti, people.stranger_coordinator, people.admin])
def test_nobody_else_gets_in(who):
    row = interviews.written()
    client = sit_down(who())

    codes = {client.get(address(name, row)).status_code for name in ("interview", "interview_guide")}
    codes.add(client.post(address("interview", row), words_of(row, "x")).status_code)

    assert codes == {404}
    assert "Hilla" not in client.get(reverse("recruitment:interviews")).content.decode()


def test_every_reading_is_logged():
    row = interviews.written()
    AccessEntry.objects.all().delete()
    sari = sit_down(people.sari())

    for name in ("interview", "interview_guide"):
        sari.get(address(name, row))
    sari.get(reverse("recruitment:interviews"))

    subject = [f"people.person:{row.applicant.person_id}"]
    assert list(AccessEntry.objects.order_by("pk").values_list("about", "action", "subjects")) == [
        (f"recruitment.interview:{row.pk}", "view", subject),
        (f"recruitment.interview:{row.pk}", "export", subject),
        ("recruitment.interviews", "view", subject),
    ]


def test_the_guide_is_a_pdf_without_the_last_name():
    row = interviews.begun()

    response = sit_down(people.sari()).get(address("interview_guide", row))
    body = b"".join(response.streaming_content)

    assert (response["Content-Type"], body[:5]) == ("application/pdf", b"%PDF-")


def test_an_idea_is_passed_on_and_the_notes_stay():
    row = interviews.begun()

    sit_down(people.sari()).post(address("interview_topic", row), {"idea-text": "Puhelinajat pidemmiksi."})

    assert list(Suggestion.objects.values_list("text", "origin")) == [("Puhelinajat pidemmiksi.", "interview")]


@pytest.mark.parametrize("count", [1, 3])
def test_ones_interviews_in_few_queries(django_assert_num_queries, count):
    interviews.slots(3)
    for number in range(count):
        interviews.agreed(f"Hakija{number}")
    sari = sit_down(people.sari())

    with django_assert_num_queries(15):
        response = sari.get(reverse("recruitment:interviews"))

    assert len(response.context["board"].rows) == count
