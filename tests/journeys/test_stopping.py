"""An expert takes a break in one press; the coordinator sees what it touched and offers it to another."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from experts.domain import limit
from experts.models import Booking, Expert, Offer, Stopping
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_break_in_one_press_and_somebody_else_in_two(screen):
    row = orders.booking_confirmed()
    asked = orders.offer_open(order=orders.order_sent(times=[orders.in_days(20)]))
    onni = experts.in_folder("Onni", "Mallikas")
    limit.keep(onni, experts.HOUSE, languages=["fi"])
    aino, kaisa = screen(row.expert.person), screen(people.kaisa())
    order = row.booking_request

    aino.goto(reverse("experts:my_limits"))
    aino.locator(f"a[href='{reverse('experts:stopping')}']").click()
    aino.locator(f"a[href='{reverse('experts:stopping_leave')}']").click()
    expect(aino.get_by_role("main").locator("section li")).to_have_count(4)
    aino.locator("[name=cancelled]").check()
    aino.get_by_role("main").locator("form .btn").first.click()
    expect(aino.get_by_role("status").first).to_be_visible()

    made = Stopping.objects.get()
    asked.refresh_from_db()
    assert Expert.objects.get(pk=row.expert_id).status == Expert.Status.LEAVE
    assert (Booking.objects.get(pk=row.pk).status, asked.status) == ("cancelled", Offer.Status.DECLINED)
    kaisa.goto(reverse("wagtailadmin_home"))
    kaisa.locator(f"a[href='{reverse('expert:stopping', args=[row.expert_id, made.pk])}']").click()
    expect(kaisa.locator("article.card")).to_have_count(2)
    card = kaisa.locator(f"article[aria-labelledby=o{order.pk}]")
    expect(card).to_contain_text("Onni Mallikas")
    card.locator(".btn").click()
    kaisa.locator("button[form=replacement-ask]").click()
    expect(kaisa.get_by_text("Onni Mallikas").first).to_be_visible()
    assert Offer.objects.filter(expert=onni, booking_request=order, status=Offer.Status.OPEN).count() == 1
