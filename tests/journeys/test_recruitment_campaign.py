"""A recruitment from the council's page to somebody on the corridor with the flyer in the hand."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.urls import reverse
from playwright.sync_api import expect
from pypdf import PdfReader

from coordination.people.models import Person
from coordination.recruitment.models import Campaign, Channel
from tests.factories import councils, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_a_leader_recruits_and_a_reader_of_the_flyer_finds_the_page(screen, new_context):
    board = councils.staffed()
    Person.objects.filter(pk=councils.elina().pk).update(phone="040 000 0014")
    elina = screen(councils.elina())
    elina.goto(reverse("council:page", args=[board.pk]))
    elina.locator(f"form[action='{reverse('council_recruiting:begin', args=[board.pk])}'] button").click()
    expect(elina.locator(".next-step")).to_be_visible()
    made = Campaign.objects.get()
    elina.goto(reverse("campaign:words", args=[made.pk, "fi"]))
    elina.locator("[name=names]").fill("Nuorten raati hakee jäseniä")
    elina.locator("main form .btn:not(.btn--plain)").last.click()
    elina.locator(f"a[href='{reverse('campaign:move', args=[made.pk, 'avaa'])}']").click()
    elina.locator("main form .btn:not(.btn--plain)").last.click()
    elina.goto(reverse("campaign:ways", args=[made.pk]))
    elina.locator("[name=kind]").select_option("newspaper")
    elina.locator("[name=note]").fill("Sanomat")
    elina.locator("section[aria-labelledby=add] .btn").click()
    expect(elina.locator("table.data tbody tr")).to_have_count(3)
    way = Channel.objects.get(kind="newspaper")
    flyer = elina.request.get(reverse("campaign:paper", args=[made.pk, way.pk, "esite", "fi"]))

    reader = new_context().new_page()
    reader.goto(reverse("campaign_short", args=[way.code]))
    expect(reader.get_by_role("heading", level=1)).to_contain_text("Nuorten raati hakee jäseniä")
    reader.locator(f"a[href='{reverse('recruitment_street:apply', args=[made.pk])}?k={way.code}']").click()
    expect(reader.locator("main form")).to_be_visible()

    assert f"/k/{way.code}" in PdfReader(BytesIO(flyer.body())).pages[0].extract_text()
    assert list(made.recruiters.values_list("person", flat=True)) == [councils.elina().pk, councils.ville().pk]


def test_one_who_meets_clients_finds_the_adverts(screen):
    made = Campaign.objects.create(
        kind="experts",
        unit=people.unit(),
        names={"fi": "Haku"},
        status="open",
        languages=["fi"],
        contact=people.kaisa(),
    )
    Channel.objects.create(campaign=made, kind="own_worker")
    sari = screen(people.sari())

    sari.goto(reverse("portal:now"))
    sari.locator(f"a[href='{reverse('recruitment:open')}']").click()

    expect(sari.locator(f"a[href='{reverse('recruitment:advert', args=[made.pk, 'ilmoitus', 'fi'])}']")).to_be_visible()
