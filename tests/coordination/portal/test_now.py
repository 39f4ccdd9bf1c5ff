"""The page that tells what to do now."""

import pytest
from django.urls import reverse

from tests.factories import orders, people

pytestmark = pytest.mark.django_db


def test_a_coming_meeting_is_named_by_what_it_is_about(client):
    booking = orders.booking_confirmed()
    people.sign_in(client, booking.booking_request.orderer)

    page = client.get(reverse("portal:now"))

    assert [str(entry.about) for entry in page.context["coming"]] == [
        booking.booking_request.topic or str(booking.booking_request.task_type)
    ]


def test_ones_own_details_are_a_link_away(client):
    people.sign_in(client, people.sari())

    page = client.get(reverse("portal:now")).content.decode()

    assert f'href="{reverse("me:details")}"' in page


@pytest.mark.parametrize("who", [people.sari, people.matti])
def test_the_events_one_is_invited_to_are_a_link_away_also_for_one_who_orders_nothing(client, who):
    people.sign_in(client, who())

    page = client.get(reverse("portal:now")).content.decode()

    assert f'href="{reverse("events:mine")}"' in page
