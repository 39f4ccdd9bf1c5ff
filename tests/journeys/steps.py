"""Steps that several journeys walk."""

from __future__ import annotations

import re
from datetime import date, timedelta
from email.message import EmailMessage
from urllib.parse import urlsplit

from playwright.sync_api import Locator, Page, expect

from coordination.foundation import clock
from tests.factories import experts, orders, people

WEDNESDAY = 2
GOAL = "Asiakas uskaltaa avata kertyneet laskut."
LINK = re.compile(r"https?://\S+/l/\S+")


def house() -> None:
    """Sari may order, Kaisa coordinates, there is a price list."""
    people.agreement_for(people.sari().unit)
    orders.price_class()
    experts.catalogue.seed()


def wednesday() -> date:
    """The first Wednesday at least a week ahead: Aino's afternoons."""
    day = clock.today() + timedelta(days=7)
    return day + timedelta(days=(WEDNESDAY - day.weekday()) % 7)


def written(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def fill_task(page: Page, topic: str = "Laskujen avaaminen") -> None:
    """The first step: a client meeting."""
    page.get_by_label("Asiakastapaaminen", exact=True).check()
    page.locator("[name=topic]").fill(topic)
    page.get_by_label("Talous- ja velkaneuvonta", exact=True).check()
    page.get_by_label("suomi", exact=True).check()
    go_on(page)


def fill_goal(page: Page, goal: str = GOAL) -> None:
    """The second step: the goal, and the client's permission given today."""
    page.locator("[name=goal]").fill(goal)
    page.locator("[name=permission][value=given]").check()
    page.locator("[name=permission_on]").fill(written(clock.today()))
    page.locator("[name=permission_asked_by]").fill("Sari, sosiaaliohjaaja")
    page.locator("[name=professional]").fill("Sari Salminen, sosiaaliohjaaja")
    go_on(page)


def fill_place(page: Page, day: date) -> None:
    """The third step: one afternoon hour, two times to choose from."""
    for number, hours in enumerate((("13", "14"), ("14.30", "15.30")), start=1):
        for box, value in zip(("day", "start", "end"), (written(day), *hours), strict=True):
            page.locator(f"[name=time_{number}_{box}]").fill(value)
    page.locator("[name=mode][value=place]").check()
    page.locator("[name=place]").fill("Kuulaspiha, Havukumpu")
    page.locator("[name=directions]").fill("Ovi B, toinen kerros")
    go_on(page)


def fill_payer(page: Page) -> None:
    """The fourth step: the usual fee."""
    page.locator("[name=price]").first.check()
    page.locator("[name=cost_centre]").fill("4410")
    go_on(page)


def go_on(page: Page) -> None:
    page.locator("main .btn[name=next]").click()


def told(page: Page, words: str) -> None:
    """Waits until the page says so at its top."""
    expect(page.get_by_role("status").filter(has_text=words).first).to_be_visible()


def link_in(mail: EmailMessage) -> str:
    """The path of the safe link in the mail."""
    return urlsplit(LINK.search(body_of(mail))[0]).path


def body_of(mail: EmailMessage) -> str:
    """The plain text, its unbreakable spaces as spaces."""
    text = mail.get_body(("plain",)).get_content()
    return text.replace("\u00a0", " ").replace("\u2060", "")


def calendar_of(mail: EmailMessage) -> str:
    """The invitation that mail programs act on."""
    parts = [
        part
        for part in mail.walk()
        if part.get_content_type() == "text/calendar" and part["Content-Disposition"] is None
    ]
    return parts[0].get_content()


def errors_beside(field: Locator) -> str:
    """What the field itself says is wrong, by its description."""
    ids = (field.get_attribute("aria-describedby") or "").split()
    return " ".join(field.page.locator(f"#{key}").inner_text() for key in ids)
