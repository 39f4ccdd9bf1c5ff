"""Somebody leaves their details by phone-size, is seen twice and merged, is invited with everybody, looks where it stands, withdraws."""

from __future__ import annotations

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from coordination.messaging.domain import safe_link
from coordination.recruitment.models import Applicant
from tests.factories import events, people, recruitment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.long]


def test_one_who_is_interested_is_merged_invited_and_withdraws(screen, new_context):
    campaign = recruitment.campaign(kick_off=events.event())
    recruitment.applicant("Hilla", "Hakija", area="Nokia")
    guest = new_context(viewport={"width": 360, "height": 800}).new_page()
    guest.goto(reverse("recruitment_street:apply", args=[campaign.pk]))
    # A form that comes back faster than anybody types is asked again.
    guest.wait_for_timeout(3100)
    guest.locator("[name=first_name]").fill("Hilla")
    guest.locator("[name=last_name]").fill("Hakija")
    guest.locator("main form button[type=submit]").click()
    expect(guest.locator("#id_email[aria-invalid=true]")).to_be_visible()
    guest.locator("[name=email]").fill("hilla@example.org")
    guest.locator("main form button[type=submit]").click()
    expect(guest).to_have_url(reverse("recruitment_street:thanks"))

    kaisa = screen(people.kaisa())
    new = Applicant.objects.get(person__email="hilla@example.org")
    kaisa.goto(reverse("campaign_applicant:page", args=[campaign.pk, new.pk]))
    kaisa.locator("#kahdesti ~ ul a").click()
    kaisa.locator(".office form .btn:not(.btn--plain)").click()
    expect(kaisa.locator("#kahdesti")).to_have_count(0)
    kaisa.goto(reverse("campaign_applicant:invite_everyone", args=[campaign.pk]))
    kaisa.locator(".office form .btn:not(.btn--plain)").click()
    expect(kaisa.locator(".data tbody tr")).to_have_count(1)

    link = Applicant.objects.whole().get().link
    guest.goto(reverse("application_link", args=[safe_link.token(link)]))
    guest.locator("#ketka ~ p a").click()
    guest.locator("main .btn--danger").click()
    expect(guest.locator("#ketka ~ p a")).to_have_count(0)
    kept = Applicant.objects.whole().get()
    assert (kept.status, kept.area, kept.person.email) == ("withdrawn", "Nokia", "hilla.hakija@example.org")
    assert events.event().registrations.get().person == kept.person
