"""A bus ticket by the phone's camera: from the booking's page to the ledger, on a narrow screen."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.fees.domain import travel_rate
from coordination.fees.models import Fee, TravelClaim
from coordination.people.actor import Actor
from tests.factories import claims, orders, people
from tests.journeys import steps

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True}


def test_a_bus_ticket_by_phone_photo(screen, settings):
    steps.house()
    travel_rate.seed(people.organisation(), Actor.worker())
    booking = orders.booking_held()
    settings.DEMO_TODAY = orders.day_after(booking)
    aino = screen(booking.expert.person, **PHONE)

    aino.goto(reverse("experts:booking", args=[booking.pk]))
    aino.locator("a[href*='matkat/uusi']").click()
    aino.locator("main form button").first.click()
    expect(aino.locator("[name=photo]")).to_have_attribute("capture", "environment")
    aino.locator("[name=amount]").fill("50 $")
    aino.locator("button[value=line]").click()
    expect(aino.locator("[name=amount][aria-invalid=true]")).to_have_value("50 $")
    aino.locator("[name=amount]").fill("5,60")
    aino.locator("[name=photo]").set_input_files(
        {"name": "lippu.jpg", "mimeType": "image/jpeg", "buffer": claims.photo()}
    )
    aino.locator("button[value=line]").click()
    expect(aino.locator("main table.data")).to_contain_text("5,60")
    aino.locator("button[value=send]").click()
    expect(aino.get_by_role("status").first).to_be_visible()

    claim = TravelClaim.objects.get()
    kaisa = screen(people.kaisa())
    kaisa.goto(reverse("fees_claim:page", args=[claim.pk]))
    kaisa.locator("button[value=approve]").click()
    expect(kaisa.locator("button[value=approve]")).to_have_count(0)
    aino.goto(reverse("fees:mine"))
    expect(aino.get_by_role("article").filter(has_text="5,60")).to_have_count(1)
    assert (claim.status, Fee.objects.filter(kind="travel").count()) == ("submitted", 1)
