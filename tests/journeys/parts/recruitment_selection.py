"""Walks over a selection on the demo's rows: the table, side by side, settling, the reserve, admitting, an offered place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from coordination.demo import cast
from coordination.foundation import clock
from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant, Campaign
from councils.models import Council
from tests.journeys import pages

Status = Applicant.Status


def asked() -> Applicant:
    """The first in reserve, who has been asked whether to take a place."""
    rows = Applicant.objects.exclude(place_offered_at=None).select_related("campaign__unit", "person", "link")
    return rows.first()


def ending() -> Applicant:
    """One in reserve whose agreed day is near."""
    rows = Applicant.objects.filter(status__in=(Status.RESERVE, Status.LATER), place_offered_at=None)
    row = rows.select_related("campaign__unit", "person", "link").order_by("pk").first()
    row.keep_until = clock.today() + timedelta(days=5)
    row.save(update_fields=["keep_until"])
    return row


def by_link(language: str) -> Iterator[pages.Address]:
    row = asked()
    pages.Person.objects.filter(pk=row.person_id).update(language=language)
    yield pages.at("application_place_link", safe_link.token(told.link_of(row)))
    waits = ending()
    pages.Person.objects.filter(pk=waits.person_id).update(language=language)
    yield pages.at("application_keep_link", safe_link.token(told.link_of(waits)))
    yield pages.at("application_link", safe_link.token(told.link_of(waits)))


def coordinator(language: str) -> Iterator[pages.Address]:
    row = asked()
    campaign = Campaign.objects.get(pk=row.campaign_id)
    beside = campaign.applicants.filter(interviews__summary__isnull=False).values_list("pk", flat=True)[:3]
    yield pages.at("campaign_selection:index", campaign.pk)
    for view in ("ilman", "varalla", "valitut"):
        yield pages.at("campaign_selection:index", campaign.pk, query=f"?nayta={view}")
    kuka = "&".join(f"kuka={key}" for key in beside)
    yield pages.at("campaign_selection:compare", campaign.pk, query=f"?{kuka}")
    yield pages.at("campaign_selection:settle", campaign.pk)
    yield pages.at("campaign_selection:equality", campaign.pk)
    yield pages.at("campaign_selection:reserve", campaign.pk)
    yield pages.at("campaign_selection:answer", campaign.pk, row.pk)
    waits = ending()
    yield pages.at("campaign_selection:reserve", waits.campaign_id)
    yield pages.at("campaign_selection:keep", waits.campaign_id, waits.pk)
    yield pages.at("expert_admission:index", campaign.admission_key)


def leader(language: str) -> Iterator[pages.Address]:
    yield pages.at("council_admission:index", Council.objects.filter(campaigns__campaign__status="open").first().pk)


WALKS: dict[str, pages.Walk] = {
    "a place offered, by link": (lambda: None, by_link),
    "selection, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
    "selection, leader": (lambda: pages.somebody(cast.ELINA), leader),
}
NO_PAGES: dict[str, str] = {
    "campaign_selection:press": "a press: leads back to the reserve",
    "recruitment:application_keep": "the same as behind the link; nobody of the demo who signs in is in reserve",
    "recruitment:application_place": "the same as behind the link; nobody of the demo who signs in has been asked",
}
