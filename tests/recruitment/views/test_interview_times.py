"""A client-work employee who recruits does everything about times in the portal, without the back office."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.records.models import AccessEntry
from coordination.recruitment.models import Applicant, Interview, Slot
from tests.factories import councils, interviews, people, recruitment

pytestmark = pytest.mark.django_db


def sari() -> Client:
    return people.sign_in(Client(), people.sari())


def address(name: str, *more: object) -> str:
    return reverse(f"recruitment:{name}", args=[interviews.campaign().pk, *more])


def day(**more: object) -> dict[str, object]:
    return interviews.day(people.sari(), **more)


def test_from_a_days_times_to_a_choice_by_phone_and_by_post():
    first = recruitment.applicant("Hilla", campaign=interviews.campaign())
    second = recruitment.applicant("Pekka", campaign=interviews.campaign())
    client = sari()

    client.post(address("times_offer"), day())
    client.post(address("times_ask"), {"applicant": [first.pk, second.pk]})
    rows = {row.applicant_id: row for row in Interview.objects.all()}
    for row, slot, via in zip((rows[first.pk], rows[second.pk]), Slot.objects.all(), ("phone", "post"), strict=True):
        client.post(address("times_choose", row.pk), {"slot": slot.pk, "via": via})

    agreed = Interview.objects.order_by("starts_at").values_list("applicant", "status", "chosen_via")
    assert list(agreed) == [(first.pk, "agreed", "phone"), (second.pk, "agreed", "post")]
    client.post(address("times_press", rows[first.pk].pk, "vapauta"))
    client.post(address("times_press", rows[second.pk].pk, "peru"))
    assert set(Interview.objects.values_list("status", flat=True)) == {"asked", "cancelled"}
    client.post(address("times_take_back", Slot.objects.first().pk))
    assert Slot.objects.count() == 1


def test_a_refusal_stands_beside_its_box_and_nobody_ticked_is_told():
    client = sari()

    answer = client.post(address("times_offer"), day(place="", interviewers=[]))
    asked = client.post(address("times_ask"), {}, follow=True)

    assert set(answer.context["form"].errors) == {"interviewers"}
    assert [message.level_tag for message in asked.context["messages"]] == ["error"]
    assert not Slot.objects.exists()


def test_at_the_door_the_interview_begins_and_its_page_opens():
    row = recruitment.applicant("Hilla", campaign=interviews.campaign())
    client = sari()
    door = address("walk_in", row.pk)
    listed = client.get(address("applicants")).content.decode()

    opened = client.post(door, {"beside": [people.kaisa().pk], "place": "Aula"}, follow=True)
    again = client.post(door, {"place": "Aula"})

    made = Interview.objects.get()
    assert door in listed
    assert door not in client.get(address("applicants")).content.decode()
    assert opened.redirect_chain == [(reverse("recruitment:interview", args=[made.pk]), 302)]
    assert opened.context["sheet"].may_write
    assert (again.status_code, again.url) == (302, reverse("recruitment:interview", args=[made.pk]))


def test_who_recruits_and_has_applied_handles_nothing_of_oneself():
    own = recruitment.applicant("Sari", campaign=interviews.campaign(), person=people.sari())
    interviews.slots()
    client = sari()

    asked = client.post(address("times_ask"), {"everybody": "1"}, follow=True)

    assert [message.level_tag for message in asked.context["messages"]] == ["error"]
    assert client.get(address("walk_in", own.pk)).status_code == 404
    assert Applicant.objects.get().status == "interested"


def test_only_the_campaigns_one_recruits_for_and_every_reading_is_logged():
    row = interviews.asked()
    subject = [f"people.person:{row.applicant.person_id}"]
    AccessEntry.objects.all().delete()
    client = sari()

    client.get(address("times"))
    client.get(address("times_choose", row.pk))
    client.get(address("walk_in", row.applicant_id))

    logged = AccessEntry.objects.order_by("pk").values_list("about", "subjects")
    assert list(logged) == [
        (f"recruitment.interviews:{row.applicant.campaign_id}", subject),
        (f"recruitment.interview:{row.pk}", subject),
        (f"recruitment.applicant:{row.applicant_id}", subject),
    ]
    pages = [address("times"), address("times_offer"), address("times_choose", row.pk)]
    row.applicant.campaign.recruiters.filter(person=people.sari()).delete()
    assert {client.get(page).status_code for page in pages} == {404}


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_in_few_queries(django_assert_num_queries, count):
    interviews.slots(2 * count)
    for number in range(count):
        interviews.agreed(f"Sopi{number}")
        interviews.asked(f"Kysytty{number}")
        recruitment.applicant(f"Uusi{number}", campaign=interviews.campaign())
    client = sari()

    with django_assert_num_queries(25):
        response = client.get(address("times"))

    assert (response.context["board"].agreed, len(response.context["board"].askable)) == (count, count)


def test_a_leader_who_recruits_elsewhere_sees_nothing():
    row = interviews.asked()
    elina = people.sign_in(Client(), councils.elina())

    assert elina.get(address("times")).status_code == 404
    assert elina.post(address("times_press", row.pk, "peru")).status_code == 404
