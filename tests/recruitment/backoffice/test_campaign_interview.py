"""The times of a campaign in the office: offered for a day at once, invited to, written down, taken back."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.recruitment.models import Interview, Slot
from tests.factories import interviews, people, recruitment

pytestmark = pytest.mark.django_db


def kaisa() -> Client:
    return people.sign_in(Client(), people.kaisa())


def address(name: str, *more: object) -> str:
    return reverse(f"campaign_interview:{name}", args=[interviews.campaign().pk, *more])


def day(**more: object) -> dict[str, object]:
    return interviews.day(people.kaisa(), people.sari(), **{"ends": "12", **more})


def test_a_days_times_are_offered_at_once():
    assert kaisa().post(address("offer"), day()).status_code == 302

    assert [slot.interviewers.count() for slot in Slot.objects.all()] == [2, 2, 2]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"place": ""}, "place"),
        ({"ends": "9.10"}, "ends"),
        ({"begins": "6"}, "begins"),
        ({"interviewers": []}, "interviewers"),
    ],
)
def test_a_refusal_stands_beside_its_box(change, field):
    response = kaisa().post(address("offer"), day(**change))

    assert (response.status_code, set(response.context["form"].errors)) == (200, {field})
    assert Slot.objects.count() == 0


def test_the_ticked_are_invited_and_a_phone_answer_is_written_down():
    interviews.slots()
    first = recruitment.applicant("Hilla", campaign=interviews.campaign())
    recruitment.applicant("Pekka", campaign=interviews.campaign())
    client = kaisa()

    client.post(address("ask"), {"applicant": [first.pk]})
    row = Interview.objects.get()
    client.post(address("choose", row.pk), {"slot": Slot.objects.first().pk, "via": "phone"})

    row.refresh_from_db()
    assert (row.applicant_id, row.status, row.chosen_via) == (first.pk, "agreed", "phone")


def test_presses_lead_back_with_a_word():
    row = interviews.agreed()
    client = kaisa()

    assert client.post(address("take_back", row.slot_id)).url == address("index")
    assert Slot.objects.filter(pk=row.slot_id).exists()
    client.post(address("press", row.pk, "peru"))

    assert interviews.status(row) == ("cancelled", "interested")


def test_at_the_door_it_begins_once_and_why_not_is_told_on_the_form():
    row = recruitment.applicant("Hilla", campaign=interviews.campaign())
    agreed = interviews.agreed("Pekka")
    client = kaisa()

    opened = [client.post(address("begin", row.pk), {"beside": [people.sari().pk]}).url for __ in range(2)]
    refused = client.post(address("begin", agreed.applicant_id), {})

    made = Interview.objects.get(applicant=row)
    assert opened == [reverse("recruitment:interview", args=[made.pk])] * 2
    assert made.interviewers.count() == 2
    assert refused.context["form"].has_error("__all__", "agreed")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_in_few_queries(django_assert_num_queries, count):
    interviews.slots(2 * count)
    for number in range(count):
        interviews.agreed(f"Sopi{number}")
        interviews.asked(f"Kysytty{number}")
        recruitment.applicant(f"Uusi{number}", campaign=interviews.campaign())
    client = kaisa()
    client.get(address("index"))

    with django_assert_num_queries(26):
        response = client.get(address("index"))

    assert (response.context["board"].agreed, len(response.context["board"].askable)) == (count, count)
