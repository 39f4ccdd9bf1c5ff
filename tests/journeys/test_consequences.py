"""Called off late: the euros come first, then the half fee stands on the expert's page; and a time moves by a link."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.foundation import clock
from experts.models import Booking
from tests.factories import orders, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_time_moves_by_link_and_is_called_off_late(screen, new_context, worker, settings):
    steps.house()
    day = steps.wednesday() + timedelta(days=7)
    with orders.on_day(clock.today()):
        booking = orders.booking_agreed(times=[orders.in_days((day - clock.today()).days)])
    worker()
    sari, guest = screen(people.sari()), new_context().new_page()

    sari.goto(reverse("experts:session_move", args=[booking.pk, booking.sessions.get().pk]))
    moved = day + timedelta(days=1)
    sari.locator("[name=day]").fill(steps.written(moved))
    sari.locator("main form button[type=submit]").click()
    (question,) = [mail for mail in worker() if mail["To"] == "aino@example.org"]
    guest.goto(steps.link_in(question))
    expect(guest.locator("main dl")).to_contain_text(steps.written(moved))
    guest.locator("button[name=answer][value=yes]").click()
    expect(guest.get_by_role("status").first).to_be_visible()
    assert {mail["To"] for mail in worker()} == {"aino@example.org", "sari@example.org"}
    assert clock.local(Booking.objects.get().starts_at).date() == moved

    settings.DEMO_TODAY = moved - timedelta(days=2)
    sari.goto(reverse("experts:order_cancel", args=[booking.booking_request.number]))
    expect(sari.locator("main .money")).to_have_text("25,00\u00a0€")
    sari.locator("[name=code][value=obstacle]").check()
    sari.locator("main form button[type=submit]").click()
    expect(sari.get_by_role("status").first).to_be_visible()

    aino = screen(booking.expert.person)
    aino.goto(reverse("fees:mine"))
    expect(aino.get_by_role("article").filter(has_text="Asiakastapaaminen")).to_contain_text("25,00")
