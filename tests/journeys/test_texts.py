"""The coordinator puts the offer in her own words, looks at it as Aino would, sees the mail that has them, and puts back."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.messaging.models import Message, MessageText
from tests.factories import experts, orders, people
from tests.journeys import steps

pytestmark = pytest.mark.django_db(transaction=True)
OWN = "Voit aina soittaa ennen kuin vastaat."


def test_a_text_in_ones_own_words_and_back(screen, worker):
    steps.house()
    aino = experts.aino()
    kaisa = screen(people.kaisa())
    kaisa.goto(reverse("message_text:page", args=["experts.offer.ask"]))

    a_lost_link_is_told_beside_the_text(kaisa)
    she_writes_and_looks_as(kaisa, aino.person.last_name)
    assert Message.objects.count() == 0
    orders.offer_open(aino)
    mail = next(mail for mail in worker() if mail["To"] == "aino@example.org")
    assert OWN in mail.get_body(("plain",)).get_content()
    she_puts_back(kaisa)

    assert list(MessageText.objects.current()) == []


def a_lost_link_is_told_beside_the_text(page: Page) -> None:
    kept = page.locator("[name=body]").input_value()
    page.locator("[name=body]").fill(OWN)
    page.locator("[name=act][value=save]").click()
    expect(page.locator("[name=body]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=body]")).to_have_value(OWN)
    page.locator("[name=body]").fill(f"{kept}\n{OWN}")


def she_writes_and_looks_as(page: Page, name: str) -> None:
    page.locator("[name=act][value=save]").click()
    expect(page.locator("[name=act][value=put_back]")).to_be_visible()
    page.locator("#kuka").fill(name)
    page.locator("form[role=search] button").click()
    page.get_by_role("link", name=f"Aino {name}").click()
    expect(page.locator("#as-read")).to_contain_text("Hei Aino,")
    expect(page.locator("#as-read")).to_contain_text(OWN)


def she_puts_back(page: Page) -> None:
    page.locator("[name=act][value=put_back]").click()
    expect(page.locator("[name=body]")).not_to_have_value(OWN)
    expect(page.locator("[name=act][value=put_back]")).to_have_count(0)
