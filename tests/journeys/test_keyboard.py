"""By keyboard alone: no mouse, every stop in sight."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.messaging.domain import safe_link
from experts.models import BookingRequest, Offer
from tests.factories import orders, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)

MOST_STOPS = 120
IN_SIGHT = """() => {
    const here = document.activeElement;
    const drawn = [here, here.closest(".choice, label"), here.parentElement].filter(Boolean).map((element) => getComputedStyle(element))
        .some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    const box = here.getBoundingClientRect();
    return drawn && box.bottom > 0 && box.top < innerHeight;
}"""


def tab_to(page: Page, selector: str) -> None:
    """Tab until the focus is there; every stop on the way shows where the focus is."""
    for __ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        assert page.evaluate(IN_SIGHT), "The focus is out of sight at " + page.evaluate(
            "document.activeElement.outerHTML"
        )
        if page.evaluate("(selector) => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"{selector} was not reached with Tab at {page.url}")


def test_the_first_steps_of_an_order(screen):
    steps.house()
    page = screen(people.sari())
    client_meeting = steps.experts.task_type("client-meeting").pk

    page.goto(reverse("experts:order_new"))
    tab_to(page, ".skip")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "sisalto"
    tab_to(page, "[name=task_type]")
    while not page.evaluate(f"document.activeElement.value === '{client_meeting}'"):
        page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    tab_to(page, "[name=topic]")
    page.keyboard.type("Laskujen avaaminen")
    tab_to(page, "[name=languages][value=fi]")
    if not page.locator("[name=languages][value=fi]").is_checked():
        page.keyboard.press("Space")
    tab_to(page, "button[name=next]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tavoite ja lupa")

    tab_to(page, "button[name=next]")
    page.keyboard.press("Enter")
    expect(page.locator(".errorbox")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[name=goal]")).to_be_focused()
    page.keyboard.type(steps.GOAL)
    tab_to(page, "button[name=next]")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Aika ja paikka")

    assert BookingRequest.objects.get().goal == steps.GOAL
    assert BookingRequest.objects.get().topic == "Laskujen avaaminen"


def test_answering_an_offer(new_context):
    offered = orders.offer_open()
    page = new_context().new_page()

    page.goto(safe_link.path_of(offered.link))
    tab_to(page, "[name=times]")
    page.keyboard.press("Space")
    tab_to(page, "button[name=answer][value=yes]")
    page.keyboard.press("Enter")

    expect(page.get_by_role("status").first).to_be_focused()
    offered.refresh_from_db()
    assert (offered.status, offered.times.count()) == (Offer.Status.ACCEPTED, 1)
