"""Guessing is slowed down, and a request made to trip the house gets a plain answer."""

from __future__ import annotations

import pytest
from django.urls import reverse

from coordination.messaging.models import Message
from tests.factories import experts, people

pytestmark = pytest.mark.django_db


def statuses(client, address, data, times):
    return [client.post(address, data).status_code for __ in range(times)]


def test_codes_of_links_are_not_guessed_at_speed(client):
    answers = statuses(client, reverse("messaging:code"), {"code": "AB23-CD45"}, 21)

    assert answers == [200] * 20 + [429]


def test_invitations_are_not_guessed_at_speed(client):
    answers = statuses(client, reverse("people:invitation"), {"code": "K7Q2-9FHM-3XWT"}, 6)

    assert answers == [200] * 5 + [429]


def test_sign_in_codes_are_not_asked_for_at_speed(client):
    people.kaisa()

    statuses(client, "/tili/login/code/", {"email": "kaisa@example.org"}, 6)

    assert Message.objects.filter(secret=True).count() <= 3


def test_a_stranger_learns_not_who_has_an_account(client):
    people.kaisa()

    known = client.post("/tili/login/code/", {"email": "kaisa@example.org"})
    client.cookies.clear()
    unknown = client.post("/tili/login/code/", {"email": "nobody@example.org"})

    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


@pytest.mark.parametrize(
    "address",
    [
        "/fi/oma/kansio/?q=%00&page=%00&areas=%00",
        "/fi/oma/kansio/%00/",
        "/fi/oma/tilaukset/?tila=%00&page=-1",
        "/fi/oma/tilaukset/%00/",
        "/fi/oma/rahat/?vuosi=%00",
        "/fi/haku/?q=%00",
        "/fi/cv/%00/",
        "/fi/oma/kuvat/own/%00/",
        "/l/tarjous/%00.x/",
        "/kalenteri/%00.x.ics",
        "/hallinta/tilaukset/?q=%00&p=x",
        "/hallinta/tilaukset/?ordering=person__user__password",
        "/hallinta/asiantuntijat/?q=%00",
        "/hallinta/henkilot/?q=%00&role=%00",
        "/hallinta/henkilot/99999999999999999999/",
        "/fi/oma/tarjoukset/99999999999999999999/",
        "/fi/oma/?kieli=%00",
    ],
)
@pytest.mark.postgres
def test_an_odd_request_gets_a_plain_answer(client, address):
    experts.aino()
    people.sign_in(client, people.kaisa())

    assert client.get(address).status_code in {200, 302, 400, 403, 404, 410}
