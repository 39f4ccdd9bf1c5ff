"""One who recruits without the back office sees whom to call and which letters lie, and calls (CC-08, CO-02)."""

from __future__ import annotations

import pytest
from django.urls import reverse

from coordination.messaging.domain.call import ANSWERS
from coordination.messaging.models import Message
from coordination.people.models import Person, User
from coordination.portal.domain import todo
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import told
from coordination.recruitment.models import Campaign
from tests.factories import people, recruitment

pytestmark = pytest.mark.django_db
RECEIVED = "recruitment.applicant.received"


@pytest.fixture
def campaign() -> Campaign:
    found = recruitment.campaign()
    recruitment.recruiter(found, people.sari())
    return found


def told_by(channel: str, name: str = "Vappu", kind: str = RECEIVED, **facts: str) -> Message:
    row = recruitment.applicant(name, "Henkilö")
    Person.objects.filter(pk=row.person_id).update(channel=channel, phone="+358401234567", **facts)
    row.person.refresh_from_db()
    return told.tell(kind, row)


def address(campaign: Campaign) -> str:
    return reverse("recruitment:desk", args=[campaign.pk])


def test_who_recruits_calls_from_the_portal_and_the_page_leads_to_the_applicants(client, campaign):
    row = told_by("phone")
    sari = people.sign_in(client, people.sari())
    card = sari.get(address(campaign)).context["cards"][0]

    sari.post(address(campaign), {"messages": card.entry.keys, "outcome": "tavattu", f"p{row.person_id}-note": ""})

    row.refresh_from_db()
    assert (row.status, row.calls.get().is_reached) == ("sent", True)
    assert card.matters[0][1] == reverse("recruitment:applicants", args=[campaign.pk])
    assert sari.get(address(campaign)).context["cards"] == []


def test_letters_are_seen_without_an_address_and_reading_is_logged(client, campaign):
    row, lacking = (
        told_by("post", street="Salainen kuja 7", postcode="00100", town="Havukumpu"),
        told_by("post", "Veli"),
    )

    page = people.sign_in(client, people.sari()).get(address(campaign))

    assert list(page.context["letters"]) == [row, lacking]
    assert "Salainen kuja" not in page.content.decode()
    about, subjects = AccessEntry.objects.values_list("about", "subjects").get()
    assert about == f"recruitment.campaign:{campaign.pk}"
    assert sorted(subjects) == sorted(f"people.person:{each.person_id}" for each in (row, lacking))


def test_what_one_can_do_is_told_on_the_first_page_and_what_one_cannot_is_not(campaign):
    """A call waits for who recruits; a letter is printed by whoever coordinates."""
    told_by("post", "Vappu", street="Kuja 1", postcode="00100", town="Havukumpu")
    told_by("phone", "Veikko")

    found = [each.url for each in todo.own(User.objects.get(pk=people.sari().user_id))]

    assert [url for url in found if "soitot" in url or "kirjeet" in url] == [address(campaign)]


def test_the_answer_to_a_place_is_told_to_the_contact(client, campaign):
    row = told_by("phone")
    Message.objects.filter(pk=row.pk).update(kind="recruitment.place.offered")

    page = people.sign_in(client, people.sari()).get(address(campaign))

    assert (page.context["asks_places"], page.context["cards"][0].matters[0][1]) == (True, "")
    assert str(ANSWERS["recruitment.place.offered"]) not in page.content.decode()


def test_letters_and_calls_of_another_campaign_are_not_here(client, campaign):
    other = recruitment.campaign("Toinen haku")
    recruitment.applicant("Vappu", "Henkilö", other)
    people.sign_in(client, people.sari())

    assert client.get(address(other)).status_code == 404
