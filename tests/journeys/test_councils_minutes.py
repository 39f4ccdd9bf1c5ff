"""Two secretaries in one meeting: nothing is lost, not even without a connection."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from councils.domain import live
from councils.models import Attendance
from tests.factories import councils, people

pytestmark = pytest.mark.django_db(transaction=True)

SOON = 15_000


def notes(page):
    return page.locator("textarea[name=notes]")


def test_two_write_one_item_and_nothing_is_lost(screen, live_server):
    meeting = councils.opened(days=0)
    live.begin(meeting, people.actor(councils.ville()))
    address = f"{live_server.url}/hallinta/raadit/kokoukset/{meeting.pk}/nyt/"
    ville, elina = screen(councils.ville()), screen(councils.elina())
    ville.goto(address)
    elina.goto(address)

    notes(ville).fill("Ovi on raskas.")
    expect(ville.locator("[data-live-status]")).to_contain_text(re.compile(r"\d"), timeout=SOON)
    notes(elina).fill("Tuolit puuttuvat.")
    expect(notes(elina)).to_have_value("Ovi on raskas.\nTuolit puuttuvat.", timeout=SOON)
    expect(elina.locator("[data-live-writers]")).to_contain_text("Ville", timeout=SOON)
    expect(notes(ville)).to_have_value("Ovi on raskas.\nTuolit puuttuvat.", timeout=SOON)

    ville.context.set_offline(True)
    notes(ville).press("Control+End")
    notes(ville).press_sequentially("\nKello puuttuu.")
    expect(ville.locator("[data-live-status]")).to_have_text(
        ville.locator("form[data-live-url]").get_attribute("data-failed"), timeout=SOON
    )
    ville.context.set_offline(False)
    expect(notes(elina)).to_have_value("Ovi on raskas.\nTuolit puuttuvat.\nKello puuttuu.", timeout=SOON)

    ville.locator("[name=outcome][value=action]").check()
    waits = ville.locator("form[data-live-url]").get_attribute("data-waits").split("{clock}")[1]
    expect(ville.locator("[data-live-status]")).to_contain_text(waits, timeout=SOON)

    ville.get_by_role("switch", name="Matti M.").check()
    expect(ville.locator("[data-live-attended]")).not_to_be_empty(timeout=SOON)
    assert Attendance.objects.get(person=people.matti()).state == "present"
    assert meeting.items.get().notes["fi"] == "Ovi on raskas.\nTuolit puuttuvat.\nKello puuttuu."
