"""An idea of a council goes to the management; the answer comes back by the link and stands where the members look."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from councils.models import Forwarding, Statement
from tests.factories import councils

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_idea_goes_to_the_management_and_the_answer_stands_on_the_follow_up_page(screen, new_context, worker):
    board, seat = councils.staffed(), councils.matti()
    elina = screen(councils.elina())

    elina.goto(reverse("council_statement:new", args=[board.pk]))
    elina.locator("[name=title_fi]").fill("Takaisinsoitto puhelinjonoon")
    elina.locator("[name=text_fi]").fill("Jonossa kuluu puheaikaa.")
    elina.locator("main form .btn").first.click()
    elina.get_by_role("main").locator(".next-step .btn").first.click()
    elina.locator("[name=to][value=management]").check()
    elina.locator("[name=recipient][value=new]").check()
    for name, words in (("first_name", "Jorma"), ("last_name", "Johtaja"), ("email", "jorma@example.org")):
        elina.locator(f"[name={name}]").fill(words)
    elina.locator("[name=recipient_title]").fill("Palvelujohtaja")
    elina.locator("main form .btn").first.click()
    expect(elina.locator(".path .at")).to_contain_text("Palvelujohtaja")
    asked = next(mail for mail in worker() if "jorma@example.org" in mail["To"])
    link = re.search(r"https?://\S+/l/vastaus/\S+", asked.get_body(("plain",)).get_content())[0]

    guest = new_context().new_page()
    guest.goto(link)
    guest.locator("[name=text]").fill("Kokeillaan keväällä.")
    guest.locator("button[value=look]").click()
    expect(guest.locator(".answer")).to_contain_text("Kokeillaan keväällä.")
    assert Forwarding.objects.get().status == "sent"
    guest.locator("button[value=send]").click()
    expect(guest.get_by_role("status").first).to_be_visible()
    matti = screen(seat.person)
    matti.goto(reverse("councils:follow_up"))

    expect(matti.locator(".timeline .answer")).to_contain_text("Kokeillaan keväällä.")
    expect(matti.locator(".timeline .byline")).to_contain_text("Palvelujohtaja")
    assert "Jorma" not in matti.content()
    assert Statement.objects.get().status == "answered"
