"""What a stranger tries on the form and behind a link: another's name, many messages to one number, keys that are none."""

from __future__ import annotations

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import merging, told
from coordination.recruitment.forms.interest import InterestForm
from coordination.recruitment.models import Applicant
from tests.factories import people, recruitment

pytestmark = pytest.mark.django_db
TUULI = {"first_name": "Tuuli", "last_name": "Tuttu", "email": "tuuli@example.org"}


def send(number: int = 0, **data: object):
    campaign = recruitment.campaign()
    signer = InterestForm(campaign=campaign)._signer()
    value = f"form:{signing.b62_encode(int(signing.time.time()) - 60)}"
    facts = {"first_name": "Hilla", "began": f"{value}:{signer.signature(value)}", **data}
    address = reverse("recruitment_street:apply", args=[campaign.pk])
    return Client(REMOTE_ADDR=f"192.0.2.{number}").post(address, facts)


def test_a_name_stays_on_one_line():
    send(first_name="Hilla\r\nBcc", last_name="Hak\u202eija", email="hilla@example.org")

    assert Person.objects.get(email="hilla@example.org").full_name == "Hilla Bcc Hakija"


@pytest.mark.parametrize("name", ["Voitit! http://oma.fi", "www.oma.fi", "Katso oma.fi", "Hilla @oma"])
def test_no_address_of_a_site_travels_as_a_name_in_our_mails(name):
    answers = [
        send(**{"first_name": "Hilla", box: name}, email="muu@example.org") for box in ("first_name", "last_name")
    ]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert not Applicant.objects.exists()


@pytest.mark.parametrize("name", ["J.P.", "Anna-Liisa", "O'Neill", "Md. Ali", "Łukasz", "von der Leyen"])
def test_names_are_of_many_kinds(name):
    assert send(first_name=name, email="hilla@example.org").status_code == 302


def test_nobodys_telephone_is_filled_however_the_number_is_typed():
    ways = ["040 123 4567", "+358401234567", "0401234567", "040-1234567", "(040) 123 4567", "00358 40 123 4567"]

    answers = [send(number, phone=way).status_code for number, way in enumerate(ways)]

    assert answers == [302] * 5 + [200]


def test_a_link_changes_no_address_of_one_who_is_known_besides():
    known = recruitment.applicant(person=people.person(**TUULI))

    answer = Client().post(correcting(known), {"email": "oma@example.org", "area": "Koivu"})

    known.refresh_from_db()
    known.person.refresh_from_db()
    assert (answer.status_code, known.area, known.person.email) == (302, "Koivu", TUULI["email"])


def test_the_link_of_one_who_wrote_anothers_name_changes_no_address_after_a_merge():
    known = recruitment.applicant("Tuuli", "Tuttu", person=people.person(**TUULI), status=Applicant.Status.INVITED)
    impostor = recruitment.applicant("Tuuli", "Toinen")
    door = correcting(impostor)
    merging.merge(known, impostor, Actor.worker())

    answer = Client().post(door, {"email": "oma@example.org"})

    known.person.refresh_from_db()
    assert (answer.status_code, known.person.email) == (200, TUULI["email"])


@pytest.mark.parametrize("page", ["recruitment:applicants", "campaign_applicant:index", "campaign_selection:index"])
def test_a_key_that_is_none_is_nobodys(client, page):
    people.sign_in(client, people.kaisa())
    recruitment.applicant()

    answer = client.post(
        reverse(page, args=[recruitment.campaign().pk]),
        {"picked": ["9" * 30, "x", "²"], "act": "monta", "many-to": "later"},
    )

    assert answer.status_code == 200


def correcting(row: Applicant) -> str:
    return reverse("application_correct_link", args=[safe_link.token(told.link_of(row))])
