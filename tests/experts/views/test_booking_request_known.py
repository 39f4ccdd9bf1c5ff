from __future__ import annotations

import pytest
from django.http import QueryDict
from django.urls import reverse

from coordination.foundation import clock
from experts.forms.booking_request_known import Known
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def test_another_wings_link_fills_in_the_start_of_an_order(client):
    sari = people.sari()
    people.agreement_for(sari.unit)
    orders.price_class()
    task = experts.task_type()
    start, end = orders.in_days(10)
    spans = [f"{clock.local(each):%Y-%m-%dT%H:%M}" for each in (start, end)]
    url = f"{reverse('experts:order_new')}?aihe=Odotustila&paikka=Kuulaspiha&alkaa={spans[0]}&loppuu={spans[1]}"
    client = people.sign_in(client, sari)

    page = client.get(url)
    client.post(url, {"task_type": task.pk, "topic": "Odotustila", "need": "Kertoja", "languages": "fi", "seats": ""})

    order = BookingRequest.objects.get()
    time = order.times.get()
    assert page.context["form"]["topic"].value() == "Odotustila"
    assert (order.topic, order.place, order.directions) == ("Odotustila", "Kuulaspiha", "")
    assert clock.local(time.starts_at) == clock.local(start).replace(second=0, microsecond=0)


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
