"""A school orders without an account: the form, the mail, the coordinator's queue, and the order cancelled by its link."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Page, expect

from experts.models import BookingRequest
from tests.factories import experts, orders, outside, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_school_orders_confirms_follows_and_cancels(screen, new_context, worker):
    steps.house()
    experts.aino()
    kaisa = screen(people.kaisa())
    leena = new_context(viewport={"width": 320, "height": 640}).new_page()

    leena_finds_aino_and_orders(leena, steps.wednesday())
    assert BookingRequest.objects.count() == 0
    [mail] = worker()
    leena.goto(steps.link_in(mail))
    assert BookingRequest.objects.count() == 0
    leena.locator("main form button").click()
    expect(leena.get_by_role("heading", level=1)).to_have_text("Velat ja häpeä")

    order = BookingRequest.objects.get()
    kaisa_sees_it_and_knows_nobody_has_checked_who_asks(kaisa, order)
    leena_cancels(leena, steps.link_in(next(each for each in worker() if each["To"] == "leena@amk.example")))
    order.refresh_from_db()
    assert (order.status, order.wishes.get().expert.person.first_name) == ("cancelled", "Aino")


def leena_finds_aino_and_orders(page: Page, day: date) -> None:
    page.goto(f"/fi/cv/{experts.aino().public_key}/")
    page.locator("a[href*='/tilaa/?toive=']").click()
    words = {
        "organisation_name": outside.SCHOOL,
        "business_id": outside.BUSINESS_ID,
        "first_name": "Leena",
        "last_name": "Lehtori",
        "email": "leena@amk.example",
        "phone": "040 000 0000",
        "topic": "Velat ja häpeä",
        "need": "Luento sosionomiopiskelijoille.",
        "time_1_day": steps.written(day),
        "time_1_start": "13",
        "time_1_end": "14.30",
        "place": "Opistokatu 1, Kuulasvesi",
        "invoicing": "003722222229",
    }
    for name, value in words.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=sector][value=school]").check()
    page.locator(f"[name=task_type][value='{experts.task_type('lecture').pk}']").check()
    page.locator(f"[name=price][value='{orders.price_class().pk}']").check()
    page.locator("form[data-autosave-url] button[type=submit]").click()
    expect(page.locator("[role=alert] a")).to_have_count(1)
    page.locator("[name=accepts]").check()
    send_until_heard(page)


def send_until_heard(page: Page) -> None:
    """Whoever fills the form in within three seconds is asked to look it through: Leena looks, and presses again."""
    for __ in range(20):
        page.locator("form[data-autosave-url] button[type=submit]").click()
        if page.url.endswith("/lahetetty/"):
            return
        page.locator("[name=accepts]").check()
    raise AssertionError("The form was never taken.")


def kaisa_sees_it_and_knows_nobody_has_checked_who_asks(page: Page, order: BookingRequest) -> None:
    page.goto(f"/hallinta/tilaukset/?came=outside&q={order.number}")
    page.get_by_role("link", name=order.number).first.click()
    expect(page.locator("[aria-labelledby=saapuminen]")).to_contain_text("Leena Lehtori")


def leena_cancels(page: Page, link: str) -> None:
    page.goto(link)
    page.locator("a[href$='/peru/']").click()
    page.locator("[name=code]").first.check()
    page.locator("main form button").click()
    expect(page).to_have_url(link)
