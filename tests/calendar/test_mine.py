"""One's own calendar on the screen."""

import pytest
from django.urls import reverse

from tests.factories import people

pytestmark = pytest.mark.django_db


def test_only_a_later_address_replaces_an_old_one(client):
    people.sign_in(client, people.sari())
    renew = reverse("calendar:renew")

    told = [str(next(iter(client.post(renew, follow=True).context["messages"]))) for __ in range(2)]

    assert told[0] != told[1]


def test_a_device_subscribes_by_one_press(client):
    people.sign_in(client, people.sari())

    page = client.post(reverse("calendar:renew"), follow=True)

    assert (page.context["subscribe"].split(":")[0], page.context["subscribe"].partition("//")[2]) == (
        "webcal",
        page.context["address"].partition("//")[2],
    )
