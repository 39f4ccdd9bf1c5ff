"""The form on the public site, at an event and on paper: anybody may send it, machines learn nothing."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from coordination.messaging.models import Message
from coordination.recruitment.forms.interest import InterestForm
from coordination.recruitment.models import Applicant, Campaign
from tests.factories import events, people, recruitment

pytestmark = pytest.mark.django_db
HILLA = {"first_name": "Hilla", "email": "hilla@example.org"}


@pytest.fixture
def began() -> str:
    """A form opened a minute ago."""
    signer = InterestForm(campaign=recruitment.campaign())._signer()
    value = f"form:{signing.b62_encode(int(signing.time.time()) - 60)}"
    return f"{value}:{signer.signature(value)}"


def send(signed: str, query: str = "", client: Client | None = None, **data: object):
    address = reverse("recruitment_street:apply", args=[recruitment.campaign().pk]) + query
    return (client or Client()).post(address, {**HILLA, "began": signed, **data})


def test_one_who_came_by_an_advert_is_kept_with_it(began):
    way = recruitment.channel(recruitment.campaign())

    answer = send(began, f"?k={way.code}", services=["housing"], is_first_timer="yes")

    row = Applicant.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("recruitment_street:thanks"))
    assert (row.channel, row.source, row.services, row.is_first_timer) == (way, "form", ["housing"], True)
    assert (row.person.language, Message.objects.get().kind) == ("fi", "recruitment.applicant.received")


def test_one_without_a_code_may_tell_where_they_heard(began):
    send(began, heard="newspaper")

    assert Applicant.objects.get().channel.kind == "newspaper"


def test_the_form_speaks_the_readers_language(began):
    address = reverse("recruitment_street:apply", args=[recruitment.campaign().pk]).replace("/fi/", "/sv/")

    Client().post(address, {**HILLA, "began": began})

    assert Applicant.objects.get().person.language == "sv"


@pytest.mark.parametrize(
    "data",
    [
        {"email": ""},
        {"first_name": ""},
        {"phone": "12"},
        {"email": "väärä"},
        {"motivation": "Olen 131052-308T"},
        {"channel": "post"},
        {"began": "väärä"},
    ],
)
def test_what_is_not_sound_is_asked_again_and_nothing_is_kept(began, data):
    answer = send(began, **data)

    assert (answer.status_code, Applicant.objects.count(), Message.objects.count()) == (200, 0, 0)


def test_a_machine_learns_nothing_and_leaves_nothing(began):
    answer = send(began, trap="x")

    assert (answer.status_code, Applicant.objects.count()) == (302, 0)


def test_nobodys_mailbox_is_filled(began):
    answers = [send(began).status_code for __ in range(6)]

    assert (answers, Applicant.objects.count()) == ([302] * 5 + [200], 5)


def test_one_signed_in_comes_as_oneself_and_is_asked_no_address(began):
    matti = people.matti()
    client = people.sign_in(Client(), matti)

    send(began, client=client, first_name="Joku", email="muu@example.org")

    assert Applicant.objects.get().person == matti


def test_one_of_another_organisation_comes_as_anybody(began):
    client = people.sign_in(Client(), people.olli())

    send(began, client=client)

    row = Applicant.objects.get()
    assert (row.person.first_name, row.person.is_unconfirmed) == ("Hilla", True)


@pytest.mark.parametrize(
    "facts", [{"is_public": False}, {"status": Campaign.Status.CLOSED}, {"status": Campaign.Status.DRAFT}]
)
def test_a_campaign_that_is_not_told_of_is_not_found(facts):
    campaign = recruitment.campaign("Suljettu", **facts)

    pages = [reverse(f"recruitment_street:{name}", args=[campaign.pk]) for name in ("apply", "paper")]

    assert [Client().get(page).status_code for page in pages] == [404, 404]


def test_details_left_at_an_event_know_it(began):
    event = events.event(collects_interest=True)
    Campaign.objects.update(kick_off=event)

    Client().post(reverse("recruitment_street:interest", args=[event.pk]), {**HILLA, "began": began})

    row = Applicant.objects.get()
    assert (row.event, row.source, row.channel.kind) == (event, "event", "event")


def test_an_event_that_collects_nothing_is_not_found():
    event = events.event()
    recruitment.campaign(kick_off=event)

    assert Client().get(reverse("recruitment_street:interest", args=[event.pk])).status_code == 404


def test_the_form_can_be_printed():
    address = reverse("recruitment_street:paper", args=[recruitment.campaign().pk])

    reader = PdfReader(BytesIO(b"".join(Client().get(address).streaming_content)))

    assert (len(reader.pages), recruitment.NAME in reader.pages[0].extract_text()) == (1, True)
