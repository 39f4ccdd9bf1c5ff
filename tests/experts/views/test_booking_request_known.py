from __future__ import annotations

import re

import pytest
from django.http import QueryDict
from django.urls import reverse

from coordination.foundation import clock
from experts.forms.booking_request_begun import MOST
from experts.forms.booking_request_known import Known
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def test_another_wing_fills_in_the_start_of_an_order_and_its_address_tells_nothing(client):
    sari = people.sari()
    people.agreement_for(sari.unit)
    orders.price_class()
    task = experts.task_type()
    start, end = orders.in_days(10)
    spans = [f"{clock.local(each):%Y-%m-%dT%H:%M}" for each in (start, end)]
    known = {"aihe": "Odotustila", "paikka": "Kuulaspiha", "alkaa": spans[0], "loppuu": spans[1]}
    said = {"task_type": task.pk, "topic": "Odotustila", "need": "Kertoja", "languages": "fi", "seats": ""}
    client = people.sign_in(client, sari)

    door = client.post(reverse("experts:order_begin"), known).url
    page = client.get(door)
    without_a_key = client.get(reverse("experts:order_new"))
    client.post(door, said)
    left = client.get(door)

    order = BookingRequest.objects.get()
    assert re.sub(r"[\w-]{8}$", "", door) == f"{reverse('experts:order_new')}?alku="
    assert [seen.context["form"]["topic"].value() for seen in (page, without_a_key, left)] == ["Odotustila", "", ""]
    assert (order.topic, order.place, order.directions) == ("Odotustila", "Kuulaspiha", "")
    assert clock.local(order.times.get().starts_at) == clock.local(start).replace(second=0, microsecond=0)


def test_a_coordinator_writes_the_order_down_for_another_with_what_is_known(client):
    """Who does not order finds whoever does; nothing is lost on the way, and the next order begins empty."""
    sari = people.sari()
    people.agreement_for(sari.unit)
    orders.price_class()
    start, end = orders.in_days(10)
    spans = [f"{clock.local(each):%Y-%m-%dT%H:%M}" for each in (start, end)]
    known = {"aihe": "Odotustila", "paikka": "Kuulaspiha", "alkaa": spans[0], "loppuu": spans[1]}
    client = people.sign_in(client, people.kaisa())

    door = client.post(reverse("experts:order_begin"), known).url
    page = client.get(door)
    key = door.partition("?")[2]
    onward = f"{reverse('booking_request:new_for', args=[sari.unit_id, sari.pk])}?{key}"
    client.post(onward, {"way": "phone", "task_type": experts.task_type("lecture").pk})
    order = BookingRequest.objects.get()
    client.post(onward, {"way": "phone", "task_type": experts.task_type("lecture").pk})

    assert door == f"{reverse('booking_request:new')}?{key}"
    assert (page.context["along"], page.context["known"].topic) == (f"?{key}", "Odotustila")
    assert (order.topic, order.place, order.orderer) == ("Odotustila", "Kuulaspiha", sari)
    assert clock.local(order.times.get().starts_at) == clock.local(start).replace(second=0, microsecond=0)
    assert BookingRequest.objects.exclude(pk=order.pk).get().topic == ""


def test_only_so_many_beginnings_are_kept(client):
    people.agreement_for(people.sari().unit)
    client = people.sign_in(client, people.sari())

    doors = [client.post(reverse("experts:order_begin"), {"aihe": f"Aihe {nth}"}).url for nth in range(MOST + 1)]

    topics = [client.get(door).context["form"]["topic"].value() for door in doors]
    assert topics == ["", *(f"Aihe {nth}" for nth in range(1, MOST + 1))]


@pytest.mark.parametrize(
    "query",
    [
        "aihe=131052-308T&paikka=" + "x" * 201,
        "alkaa=2020-01-01T10:00&loppuu=2020-01-01T11:00",
        "alkaa=2999-01-01T12:00&loppuu=2999-01-01T11:00",
        "alkaa=nonsense&loppuu=",
    ],
)
def test_what_is_not_sound_is_left_out(query):
    assert Known.of(QueryDict(query)) == Known()
