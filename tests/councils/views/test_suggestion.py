"""“Tell your idea” on the street: no name, no machine, no identity code."""

from __future__ import annotations

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from coordination.feedback.models import Suggestion
from coordination.messaging.domain.outbox import cause
from councils.forms.suggestion import SuggestForm
from tests.factories import councils

pytestmark = pytest.mark.django_db
IDEA = "Ovi on raskas."


@pytest.fixture
def began() -> str:
    """A form opened a minute ago."""
    signer = SuggestForm(councils=[councils.council()])._signer()
    stamp = signing.b62_encode(int(signing.time.time()) - 60)
    value = f"form:{stamp}"
    return f"{value}:{signer.signature(value)}"


def send(signed: str, **data: str):
    address = reverse("council_street:suggest", args=[councils.council().pk])
    return Client().post(address, {"text": IDEA, "began": signed, **data})


def test_an_idea_waits_for_its_council(began):
    answer = send(began)

    row = Suggestion.objects.get()
    assert (answer.status_code, answer.url) == (302, reverse("council_street:suggested"))
    assert (row.text, row.origin, row.meant_for) == (IDEA, "site", cause(councils.council()))


def test_an_idea_for_any_council_waits_at_the_organisation(began):
    councils.council(), councils.council("Toinen raati")

    Client().post(reverse("council_street:suggest_any"), {"text": IDEA, "began": began, "council": "any"})

    row = Suggestion.objects.get()
    assert (row.unit, row.meant_for) == (councils.council().unit.organisation(), "")


def test_a_machine_learns_nothing_and_leaves_nothing(began):
    answer = send(began, trap="x")

    assert (answer.status_code, Suggestion.objects.count()) == (302, 0)


@pytest.mark.parametrize("data", [{"text": "Asiakas 131052-308T"}, {"text": ""}, {"began": "väärä"}])
def test_what_is_not_sound_is_asked_again(began, data):
    answer = send(began, **data)

    assert (answer.status_code, Suggestion.objects.count()) == (200, 0)


def test_a_form_sent_at_once_is_asked_again():
    answer = send(SuggestForm(councils=[councils.council()]).begun)

    assert (answer.status_code, Suggestion.objects.count()) == (200, 0)


def test_so_many_an_hour_from_one_sender(began):
    codes = [send(began).status_code for __ in range(11)]

    assert (codes, Suggestion.objects.count()) == ([302] * 10 + [200], 10)


def test_a_council_without_a_public_page_takes_none(began):
    board = councils.council("Suljettu raati", is_public=False)

    assert Client().get(reverse("council_street:suggest", args=[board.pk])).status_code == 404
