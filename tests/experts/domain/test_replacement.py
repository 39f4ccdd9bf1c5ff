"""Somebody else for the same time, in two presses."""

from __future__ import annotations

from datetime import time

import pytest
from django.urls import reverse

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import availability, limit, offer, replacement
from experts.domain import booking as bookings
from experts.domain.availability import Stretch
from experts.models import Booking, Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def kaisa() -> Actor:
    return people.actor(people.kaisa())


def left_by_aino() -> Booking:
    """Aino was booked and cannot come after all; somebody else is in the folder."""
    onni = experts.in_folder("Onni", "Mallikas")
    limit.keep(onni, experts.HOUSE, areas=[], task_types=[experts.task_type("lecture")], languages=["fi"])
    availability.keep(onni, experts.HOUSE, week=[Stretch(day, time(8), time(20)) for day in range(7)])
    made = orders.booking_confirmed(task="lecture")
    return bookings.cancel(made, Actor.by_link(made.expert.person))


def test_two_presses_fill_the_place_at_the_same_time():
    gone = left_by_aino()
    order = gone.booking_request

    asked = replacement.ask(order, kaisa())
    for each in asked:
        offer.accept(each, Actor.by_link(each.expert.person), offer.open_times(order))
    made = replacement.confirm(order, kaisa())

    assert [each.expert.person.first_name for each in asked] == ["Onni"]
    assert [(row.starts_at, row.seat) for row in made] == [(gone.starts_at, gone.seat)]
    assert order.status == "confirmed"


def test_whoever_cancelled_is_not_asked_again():
    made = orders.booking_confirmed(task="lecture")
    bookings.cancel(made, Actor.by_link(made.expert.person))

    with pytest.raises(Refused) as refusal:
        replacement.ask(made.booking_request, kaisa())

    assert (refusal.value.code, Offer.objects.count()) == ("nobody", 1)


def test_the_page_shows_whom_at_once(client):
    people.sign_in(client, people.kaisa())
    order = left_by_aino().booking_request
    page = reverse("booking_request:page", args=[order.pk])

    shown = client.get(page).context["replacement"]
    answer = client.post(reverse("booking_request:replacement_ask", args=[order.pk]))

    assert (shown["best"], shown["who_left"], answer.status_code) == (["Onni"], "Aino Aalto", 302)
    assert Offer.objects.alive().count() == 1


def test_an_order_nobody_left_has_nothing_to_replace():
    order = orders.order_sent()

    assert replacement.time_of(order) is None
    with pytest.raises(Refused):
        replacement.confirm(order, kaisa())


def test_the_page_shows_only_the_fee_that_stands_of_the_cancelled_booking_and_no_agreement(client):
    people.sign_in(client, people.kaisa())
    made = orders.booking_confirmed()
    bookings.cancel(made, Actor.by_link(made.expert.person))

    answer = client.get(reverse("booking_request:page", args=[made.booking_request_id]))

    shown = answer.context["bookings"][0]
    assert (shown["is_cancelled"], shown["fees"], "Salassapito" in answer.text) == (True, [], False)
