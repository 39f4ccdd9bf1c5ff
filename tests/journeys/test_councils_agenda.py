"""A leader plans a meeting in the browser: the agenda on the clock, put in order by hand, by keyboard, told aloud."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from councils.domain import agenda
from councils.models import Meeting
from tests.factories import councils, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def _titles(made: Meeting) -> list[str]:
    return [str(row.title) for row in made.items.all()]


def test_a_leader_plans_and_puts_the_agenda_in_order(screen):
    board = councils.staffed()
    page = screen(councils.elina())

    page.goto(reverse("council_meeting:new", args=[board.pk]))
    page.locator("[name=purpose_fi]").fill("Kuulla raatia")
    page.get_by_role("main").locator("form .btn").first.click()
    expect(page.locator("[data-item]")).to_have_count(8)
    made = Meeting.objects.get()
    made.items.filter(role="ordinary").delete()
    for title in ("Yksi", "Kaksi", "Kolme"):
        agenda.add(made, people.actor(councils.ville()), title=title, minutes=30)
    page.reload()
    rows = page.locator("[data-item]")
    expect(rows).to_have_count(6)

    page.locator("[data-item]", has_text="Kaksi").locator("button[value=up]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-agenda-said]")).to_contain_text("Kaksi")
    assert _titles(made)[1:4] == ["Kaksi", "Yksi", "Kolme"]
    expect(page.locator("[data-item]", has_text="Kaksi").locator("button:not([disabled])").first).to_be_focused()

    grip = page.locator("[data-item]", has_text="Kolme").locator("[data-grip]")
    aim = page.locator("[data-item]", has_text="Kaksi")
    grip.scroll_into_view_if_needed()
    start, end = grip.bounding_box(), aim.bounding_box()
    page.mouse.move(start["x"] + 10, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 10, start["y"] - 20)
    page.mouse.move(start["x"] + 10, end["y"] + 5)
    page.mouse.up()
    expect(page.locator("[data-agenda-said]")).to_contain_text("Kolme")
    assert _titles(made)[1:4] == ["Kolme", "Kaksi", "Yksi"]

    page.locator("[name=title]").fill("Neljäs")
    page.locator("[name=minutes]").fill("40")
    page.locator("#lisaa .btn").click()
    expect(page.locator(".planned__item--over").first).to_be_visible()
    expect(page.locator("[data-item]", has_text="Neljäs")).to_have_count(1)
