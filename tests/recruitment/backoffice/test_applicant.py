"""Applicants in the back office and in the portal: for those who recruit, logged, and constant in queries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant
from tests.factories import councils, events, people, recruitment

pytestmark = pytest.mark.django_db
LIST_QUERIES = 21


def at(name: str, *keys: object) -> str:
    return reverse(f"campaign_applicant:{name}", args=[recruitment.campaign().pk, *keys])


@pytest.fixture
def kaisa(client: Client) -> Client:
    return people.sign_in(client, people.kaisa())


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_much_of_three_as_of_one(kaisa, count, django_assert_num_queries):
    recruitment.campaign(kick_off=events.event())
    for number in range(count):
        way = recruitment.channel(recruitment.campaign())
        recruitment.applicant("Hilla", f"Hakija{number}", channel=way)
    kaisa.get(at("index"))

    with django_assert_num_queries(LIST_QUERIES):
        answer = kaisa.get(at("index"))

    assert len(answer.context["page_obj"].object_list) == count


def shown(answer) -> list[str]:
    return [row.person.last_name for row in answer.context["page_obj"]]


def test_the_list_is_chosen_and_the_choice_is_remembered_but_no_name(kaisa):
    ago = clock.now() - timedelta(days=30)
    recruitment.applicant("Hilla", "Vanha", came_at=ago, told_at=ago)
    recruitment.applicant("Hilla", "Uusi")

    late = kaisa.get(at("index") + "?late=1")
    again, all_ = kaisa.get(at("index")), kaisa.get(at("index") + "?kaikki=1")
    named, after = kaisa.get(at("index") + "?q=hilla+uusi"), kaisa.get(at("index"))

    found = [shown(answer) for answer in (late, again, all_, named, after)]
    assert found == [["Vanha"], ["Vanha"], ["Uusi", "Vanha"], ["Uusi"], ["Uusi", "Vanha"]]


def test_reading_is_logged_with_whom(kaisa):
    row = recruitment.applicant()

    kaisa.get(at("index") + "?q=hilla")
    kaisa.get(at("page", row.pk))

    entries = AccessEntry.objects.order_by("pk").values_list("action", "about", "subjects")
    subjects = [f"people.person:{row.person_id}"]
    assert list(entries) == [
        ("search", f"recruitment.campaign:{row.campaign_id}", subjects),
        ("view", f"recruitment.applicant:{row.pk}", subjects),
    ]


def test_the_ticked_or_all_are_told_where_things_stand(kaisa):
    rows = [recruitment.applicant("Hilla", f"Hakija{number}") for number in range(3)]

    kaisa.post(at("index"), {"picked": [rows[0].pk]})
    ticked = Message.objects.count()
    kaisa.post(at("index"), {"kaikki": "1"})
    nobody = kaisa.post(at("index"), {})

    assert (ticked, Message.objects.count(), nobody.status_code) == (1, 3, 200)


def test_one_is_written_down_and_two_are_merged(kaisa):
    row = recruitment.applicant()
    data = {"source": "paper", "first_name": "Hilla", "last_name": "Hakija", "phone": "0401234567", "language": "fi"}

    made = kaisa.post(at("new"), data)
    new = Applicant.objects.exclude(pk=row.pk).get()
    looked = kaisa.get(at("merge", row.pk, new.pk)).status_code
    merged = kaisa.post(at("merge", row.pk, new.pk))

    new.refresh_from_db()
    assert (made.url, looked, merged.url, new.merged_into) == (at("page", new.pk), 200, at("page", row.pk), row)
    assert kaisa.get(at("page", row.pk)).status_code == 200


def test_a_withdrawal_by_phone_is_noted_with_whose_word_it_was(kaisa):
    row = recruitment.applicant()

    kaisa.post(at("withdraw", row.pk), {"via": "phone"})

    row.refresh_from_db()
    assert row.status == "withdrawn"


def test_everybody_is_invited_by_one_press(kaisa):
    recruitment.campaign(kick_off=events.event())
    recruitment.applicant()

    pressed = kaisa.post(at("invite_everyone"))
    again = kaisa.post(at("invite_everyone"))

    assert (pressed.url, again.status_code, events.event().registrations.count()) == (at("index"), 200, 1)


@pytest.mark.parametrize("who", [people.admin, people.finance, people.stranger_coordinator, councils.other_leader])
def test_nobody_else_learns_that_there_is_an_applicant(client, who):
    """Neither the list, the page, the message that left, nor the register of people tells it."""
    row, person = recruitment.applicant(), who()
    told.tell("recruitment.applicant.standing", row)
    other = people.sign_in(client, person)

    pages = [other.get(page).status_code for page in (at("index"), at("page", row.pk))]

    seen = [
        Applicant.objects.visible_to(person.user).count(),
        Message.objects.visible_to(person.user).count(),
        type(row.person).objects.visible_to(person.user).filter(pk=row.person_id).count(),
    ]
    assert (set(pages) <= {302, 403, 404}, seen) == (True, [0, 0, 0])


def test_a_recruiter_without_the_back_office_sees_tells_and_writes_down(client):
    sari, campaign = people.sari(), recruitment.campaign()
    recruitment.recruiter(campaign, sari)
    row, portal = recruitment.applicant(), people.sign_in(client, sari)
    listed, form = (reverse(f"recruitment:{name}", args=[campaign.pk]) for name in ("applicants", "write_down"))

    seen = portal.get(listed)
    answer = portal.post(listed, {"picked": [row.pk]})
    data = {"source": "phone", "first_name": "Lilja", "phone": "0401234567", "language": "fi", "told_by_mouth": "on"}
    portal.post(form, data)

    assert (seen.status_code, answer.url, Message.objects.count()) == (200, listed, 1)
    assert Applicant.objects.filter(person__first_name="Lilja", source="phone").count() == 1


def test_a_worker_recommends_and_is_shown_nothing_of_what_comes_of_it(client):
    campaign = recruitment.campaign()
    portal = people.sign_in(client, people.sari())
    data = {
        "campaign": campaign.pk,
        "first_name": "Lilja",
        "phone": "0401234567",
        "has_permission": "on",
        "permission_on": clock.today().strftime("%d.%m.%Y"),
        "life_situation": "now",
    }

    without = portal.post(reverse("recruitment:recommend"), {**data, "has_permission": ""})
    count = Applicant.objects.count()
    answer = portal.post(reverse("recruitment:recommend"), data)

    listed = portal.get(reverse("recruitment:applicants", args=[campaign.pk])).status_code
    assert (without.status_code, count, answer.url) == (200, 0, reverse("recruitment:open"))
    assert (Applicant.objects.get().life_situation, listed) == ("now", 404)
