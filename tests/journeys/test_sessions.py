"""An encounter training is cast role by role, and its rehearsal brings each expert a fee of its own."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import offer
from experts.models import Booking, BookingRequest, Expert, Offer
from tests.factories import experts, people, sessions
from tests.journeys import steps

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_training_is_cast_role_by_role_and_its_rehearsal_held(screen, settings):
    steps.house()
    crew = [(1, experts.in_folder("Onni", "Mallikas")), (2, experts.in_folder("Sanna", "Kuvitelma"))]
    order = sessions.training_sent()
    kaisa = screen(people.kaisa())

    for seat, expert in crew:
        kaisa_asks_for_a_role(kaisa, order, seat, expert)
        expert_says_yes(order)
        kaisa_confirms(kaisa, order)
    roles_stand(kaisa, order, ["Onni Mallikas", "Sanna Kuvitelma"])
    rehearsal = order.times.get(kind="rehearsal")
    settings.DEMO_TODAY = clock.local(rehearsal.ends_at).date() + timedelta(days=1)
    for booking in Booking.objects.order_by("seat"):
        kaisa_marks_held(kaisa, booking)

    assert [(fee.payee.first_name, fee.earned_on) for fee in Fee.objects.order_by("pk")] == [
        (name, clock.local(rehearsal.starts_at).date()) for name in ("Onni", "Sanna")
    ]
    assert set(Booking.objects.values_list("status", flat=True)) == {"confirmed"}


def kaisa_asks_for_a_role(page: Page, order: BookingRequest, seat: int, expert: Expert) -> None:
    page.goto(reverse("booking_request:page", args=[order.pk]))
    page.locator("select[name=seat]").select_option(str(seat))
    page.get_by_role("checkbox", name=expert.person.full_name).check()
    because = page.locator(f"[name=because_{expert.pk}]")
    if because.count():
        page.locator("details", has=because).locator("summary").first.click()
        because.fill("Sovittu puhelimessa.")
    page.get_by_role("button", name="Lähetä tarjous").first.click()
    steps.told(page, "Tarjous lähti")


def expert_says_yes(order: BookingRequest) -> None:
    made = Offer.objects.open().get()
    offer.accept(made, Actor.by_link(made.expert.person), offer.open_times(order))


def kaisa_confirms(page: Page, order: BookingRequest) -> None:
    page.goto(reverse("booking_request:confirm", args=[order.pk]))
    page.get_by_role("button", name="Vahvista").click()
    steps.told(page, "Vahvistettu")


def roles_stand(page: Page, order: BookingRequest, names: list[str]) -> None:
    page.goto(reverse("booking_request:page", args=[order.pk]))
    rows = page.locator("section[aria-labelledby=roles] tbody tr")
    expect(rows).to_have_count(3)
    for row, name in enumerate(names):
        expect(rows.nth(row)).to_contain_text(name)


def kaisa_marks_held(page: Page, booking: Booking) -> None:
    page.goto(reverse("booking_request:outcome", args=[booking.booking_request_id, booking.pk]))
    page.locator("input[name=held][value=yes]").check(force=True)
    page.get_by_role("button", name="Tallenna vastaus").click()
    steps.told(page, "Kirjattu")
