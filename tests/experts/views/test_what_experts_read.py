"""What an expert and the coordinator find behind a mail and on the pages after a change."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import booking as bookings
from experts.domain import stopping, time_change
from experts.models import TimeChangeAnswer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def links_of(kind: str) -> list[str]:
    return re.findall(r"https?://[^/]+(/\S+)", Message.objects.get(kind=kind).body)


def test_the_coordinator_is_led_to_the_order_whose_place_opened():
    booking = orders.booking_confirmed()

    bookings.cancel(booking, Actor.by_link(booking.expert.person))

    assert links_of("experts.booking.open_place") == [
        reverse("booking_request:page", args=[booking.booking_request_id])
    ]


def test_the_coordinator_is_led_to_the_order_whose_offer_was_accepted():
    row = orders.offer_accepted()

    assert links_of("experts.offer.accepted") == [reverse("booking_request:page", args=[row.booking_request_id])]


def test_a_question_of_a_cancelled_meeting_names_no_time_that_stands(client):
    booking = orders.booking_confirmed()
    time_change.propose(booking.time, *orders.in_days(8, 15, 16), Actor.by_link(booking.expert.person))
    asked = booking.booking_request.orderer
    link = TimeChangeAnswer.objects.get(person=asked).link
    Person.objects.filter(pk=asked.pk).update(language="en")
    bookings.cancel(booking, Actor.by_link(booking.expert.person))

    page = client.get(safe_link.path_of(link))

    assert ("This needs no answer any more" in page.text, "stays at its old time" in page.text) == (True, False)


def test_a_cancelled_booking_promises_no_fee(client):
    booking = orders.booking_confirmed()
    bookings.cancel(booking, Actor.by_link(booking.expert.person))
    people.sign_in(client, booking.expert.person)

    page = client.get(f"/en/oma/keikat/{booking.pk}/")

    assert ("No fee" in page.text, "€" in page.text) == (True, False)


def test_an_expert_comes_back_with_one_press(client):
    aino = experts.aino()
    stopping.take_leave(aino, people.actor(aino.person))
    people.sign_in(client, aino.person)

    client.post("/fi/oma/tauko/takaisin/", {"choice": "now"})

    aino.refresh_from_db()
    assert aino.status == "active"
