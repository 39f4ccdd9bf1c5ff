"""Registering with another's name and address: what a stranger learns of who comes, and how often one is written to."""

from __future__ import annotations

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from coordination.events.forms.answer import RegisterForm
from coordination.events.models import Event, Registration
from tests.factories import events

pytestmark = pytest.mark.django_db
VEERA = {"first_name": "Veera", "last_name": "Vieras", "email": "veera@example.org"}


def register(event: Event, client: Client, **data: str):
    signer = RegisterForm(event=event)._signer()
    value = f"form:{signing.b62_encode(int(signing.time.time()) - 60)}"
    facts = {"began": f"{value}:{signer.signature(value)}", **data}
    return client.post(reverse("event_street:register", args=[event.pk]), facts)


def told_to_wait(event: Event, client: Client, **data: str) -> bool:
    return client.get(register(event, client, **data).url).context["is_waiting"]


def test_at_a_full_event_a_stranger_learns_not_whether_somebody_has_a_place():
    event = events.event(capacity=1)
    register(event, Client(), **VEERA)

    answers = [told_to_wait(event, Client(), **who) for who in (VEERA, {**VEERA, "last_name": "Uusi"})]

    assert answers == [True, True]
    assert [row.status for row in Registration.objects.order_by("pk")] == ["registered", "waiting"]


def test_one_who_presses_twice_is_told_of_the_own_place():
    event, client = events.event(capacity=1), Client()

    assert [told_to_wait(event, client, **VEERA) for __ in range(2)] == [False, False]


def test_one_address_is_written_to_so_often_however_it_is_typed():
    event = events.event()
    ways = ["veera@example.org", "VEERA@example.org", "Veera@Example.org"]

    answers = [
        register(event, Client(), first_name=f"Veera {number}", email=ways[number % 3]).status_code
        for number in range(11)
    ]

    assert answers == [302] * 10 + [200]
