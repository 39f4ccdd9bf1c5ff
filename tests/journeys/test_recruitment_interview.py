"""One chooses a time by the link; two interview with a tablet each, apart until both have finished, and sum up together."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from coordination.messaging.domain import safe_link
from coordination.recruitment.models import Applicant, InterviewNote, Summary
from tests.factories import interviews, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]
PHONE, TABLET = {"width": 360, "height": 740}, {"width": 820, "height": 1180}


def test_chosen_by_link_interviewed_by_two_and_summed_up(screen, new_context):
    row = interviews.asked()
    guest = new_context(viewport=PHONE).new_page()
    guest.goto(reverse("application_times_link", args=[safe_link.token(Applicant.objects.get().link)]))
    guest.locator("label.choice").first.click()
    guest.locator("main form .btn").first.click()
    expect(guest.locator("h1")).to_contain_text("9–9.45")
    interviews.now(row)

    there = reverse("recruitment:interview", args=[row.pk])
    sari, kaisa = screen(people.sari(), viewport=TABLET), screen(people.kaisa(), viewport=TABLET)
    for tablet, words in ((sari, "Sarin sanat."), (kaisa, "Puhui masennuksesta.")):
        tablet.goto(there)
        write(tablet, words)
    expect(kaisa.locator("[data-autosave-note]")).to_contain_text("masennuksesta")
    expect(sari.locator("[data-autosave-note]")).to_be_hidden()
    assert InterviewNote.objects.count() == 2
    finish(sari)
    sari.goto(there)
    assert "masennuksesta" not in sari.content()
    finish(kaisa)
    sari.goto(there)
    expect(sari.locator("#rinnakkain ~ section").first).to_contain_text("Puhui masennuksesta.")

    for name in ("life_situation", "outcome"):
        sari.locator(f"[name={name}][value=now]").check()
    for box in sari.locator("[name=criteria]").all():
        box.check()
    sari.locator("#yhteenveto ~ form .btn").click()
    expect(sari.locator("#yhteenveto ~ dl")).to_be_visible()

    assert Summary.objects.get().outcome == "now"
    assert Applicant.objects.get().status == "interviewed"


def write(page: Page, words: str) -> None:
    """The first answer, by the keyboard; it is saved by itself."""
    page.locator("form[data-autosave-url] textarea").first.focus()
    page.keyboard.type(words)
    expect(page.locator("[data-autosave-status]")).not_to_be_empty()


def finish(page: Page) -> None:
    page.locator("[name=suits][value=now]").check()
    page.locator("button[name=finish]").click()
    expect(page.locator("form[data-autosave-url]")).to_have_count(0)
    assert page.evaluate("sessionStorage.length") == 0
