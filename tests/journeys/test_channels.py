"""One who gets letters and one who is called, served as well as those with e-mail: from the outbox to the post and the phone."""

from __future__ import annotations

import io

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from coordination.messaging.domain import outbox
from coordination.messaging.models import Call, Message, PrintRun
from coordination.messaging.tasks import print_run as task
from coordination.people.models import Person
from tests.factories import people

pytestmark = pytest.mark.django_db(transaction=True)


def test_letters_are_printed_and_posted_and_a_call_is_made(screen, axe):
    for reader in (
        people.person("Hannu", "Kirje", street="Kuja 1", postcode="00100", town="Havukumpu"),
        people.person("Pekka", "Puhelin", phone="040 000 0066", channel=Person.Channel.PHONE),
    ):
        outbox.queue("messaging.trial", to=reader, context={}, about=reader)
    kaisa = screen(people.kaisa())

    the_letters_become_a_file(kaisa, axe)
    they_are_marked_posted(kaisa, axe)
    pekka_is_called_twice(kaisa, axe)

    assert sorted(Message.objects.values_list("channel", "status")) == [("phone", "sent"), ("post", "sent")]
    assert [call.is_reached for call in Call.objects.all()] == [False, True]


def the_letters_become_a_file(page: Page, axe) -> None:
    page.goto(reverse("outbox:index"))
    page.locator(f"#main a[href='{reverse('print_run:waiting')}']").click()
    axe(page)
    page.locator("form:has([name=unit]) button[type=submit]").click()
    run = PrintRun.objects.get()
    page.wait_for_url(f"**{reverse('print_run:page', args=[run.pk])}")
    expect(page.locator("progress")).to_be_visible()
    task.make(run.job_id)
    # The progress page sees that the work is done and comes to the run by itself.
    link = page.locator(f"a[href='{reverse('print_run:pdf', args=[run.pk])}']")
    expect(link).to_be_visible()
    axe(page)
    with page.expect_download() as download:
        link.click()
    content = download.value.path().read_bytes()
    assert ["Kirje" in sheet.extract_text() for sheet in PdfReader(io.BytesIO(content)).pages] == [True, False, True]


def they_are_marked_posted(page: Page, axe) -> None:
    page.locator("button[name=all]").click()
    page.wait_for_load_state()
    axe(page)
    assert PrintRun.objects.get().status == "posted"


def pekka_is_called_twice(page: Page, axe) -> None:
    page.goto(reverse("outbox:calls"))
    axe(page)
    expect(page.get_by_role("link", name="040 000 0066")).to_have_attribute("href", "tel:0400000066")
    page.locator("[name$=note]").fill("Soita neljän jälkeen.")
    page.locator("button[value=ei-tavattu]").click()
    expect(page.locator("article")).to_contain_text("Soita neljän jälkeen.")
    page.locator("button[value=tavattu]").click()
    expect(page.locator("article")).to_have_count(0)
