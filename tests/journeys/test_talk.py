"""Who writes to whom on an order: the orderer and the coordinator, the expert by the link, and one thing told to the coordinator alone."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.messaging.domain import safe_link
from experts.models import Concern, Post
from tests.factories import orders, people

pytestmark = pytest.mark.django_db(transaction=True)


def test_each_reads_what_is_written_to_them_and_nothing_else(screen, new_context):
    asked = orders.offer_open()
    sari, kaisa = screen(people.sari()), screen(people.kaisa())
    guest = new_context().new_page()
    board = reverse("booking_request:page", args=[asked.booking_request_id])

    sari.goto(reverse("experts:order", args=[asked.booking_request.number]))
    sari.locator("#keskustelu ~ ul a").first.click()
    write(sari, "Onko tilassa näyttö?")
    guest.goto(safe_link.path_of(asked.link))
    guest.locator("#keskustelu ~ ul a").first.click()
    write(guest, "Voinko tuoda tukihenkilön?")
    kaisa.goto(board)
    expect(kaisa.locator("#keskustelu ~ ul a")).to_have_text(["Sari Salminen", "Aino Aalto"])
    kaisa.get_by_role("link", name="Sari Salminen").click()
    expect(kaisa.locator(".talk")).to_contain_text("Onko tilassa näyttö?")
    write(kaisa, "On, ja johdot.")

    sari.reload()
    expect(sari.locator(".talk")).to_contain_text("On, ja johdot.")
    assert "tukihenkilön" not in sari.content()
    guest.reload()
    assert "näyttö" not in guest.content()
    answer = sari.request.get(reverse("experts:conversation", args=[asked.booking_request.number, "kaikki"]))
    assert answer.status == 404
    assert list(Post.objects.order_by("pk").values_list("side", flat=True)) == ["orderer", "expert", "coordinator"]


def test_an_expert_tells_the_coordinator_alone(screen, new_context):
    made = orders.booking_confirmed()
    guest = new_context().new_page()

    guest.goto(safe_link.path_of(made.link))
    guest.locator("#kohtelu ~ p a").click()
    guest.locator("[name=kind][value=belittled]").check()
    guest.locator("[name=words]").fill("Minulle naurettiin.")
    guest.locator("[name=wish][value=call]").check()
    guest.get_by_role("main").locator("form .btn").first.click()
    expect(guest.get_by_role("status").first).to_be_visible()
    sari = screen(people.sari())
    sari.goto(reverse("experts:booking", args=[made.pk]))
    expect(sari.locator("#kohtelu")).to_have_count(0)
    kaisa = screen(people.kaisa())
    kaisa.goto(reverse("wagtailadmin_home"))
    kaisa.locator(f"a[href$='/kohtelu/{Concern.objects.get().pk}/']").click()
    expect(kaisa.locator("main")).to_contain_text("Minulle naurettiin.")
    kaisa.locator("[name=done]").fill("Soitin ja puhuimme.")
    kaisa.locator("main form .btn").click()

    expect(kaisa.locator("main")).to_contain_text("Soitin ja puhuimme.")
    assert Concern.objects.get().status == Concern.Status.HANDLED


def write(page: Page, words: str) -> None:
    page.locator("[name=text]").fill(words)
    page.locator("button[value=write]").click()
    expect(page.locator(".talk .is-mine").last).to_contain_text(words)
