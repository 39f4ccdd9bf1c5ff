"""Walks over a campaign's letters and calls on the demo's rows: waiting, in a run, posted."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import print_run
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.tasks import print_run as printing
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import told
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions import desk
from tests.journeys import pages

STANDING = "recruitment.applicant.standing"


def recruiter(language: str) -> Iterator[pages.Address]:
    """One has no postal address, one gets a letter, one a call; then the letters are printed and posted."""
    campaign = Campaign.objects.filter(applicants__status="interested").select_related("unit").order_by("pk").first()
    rows = Applicant.objects.filter(campaign=campaign).select_related("campaign__unit", "campaign__contact", "person")
    lacking, posted, called = rows.order_by("pk")[:3]
    _reached(lacking, channel="post", street="", postcode="", town="")
    _reached(posted, channel="post", street="Kuja 1", postcode="99999", town="Havukumpu")
    _reached(called, channel="phone", phone="+358401234567")
    yield pages.at("campaign_calls:index", campaign.pk)
    yield pages.at("campaign_letters:index", campaign.pk)
    yield pages.at("campaign_letters:waiting", campaign.pk)
    by = Actor.of(pages.somebody(cast.KAISA).user)
    run = print_run.begin(campaign.unit, by, desk=desk.of(campaign))
    printing.make(run.job_id)
    yield pages.at("campaign_letters:page", campaign.pk, run.pk)
    print_run.post(PrintRun.objects.select_related("unit").get(pk=run.pk), by)
    yield pages.at("campaign_letters:index", campaign.pk)


def worker(language: str) -> Iterator[pages.Address]:
    """Sari, who recruits without the back office: one to call, one letter, one letter without an address."""
    led = Campaign.objects.led_by(pages.somebody(cast.SARI).user).filter(applicants__status="interested")
    campaign = led.order_by("pk").first()
    yield pages.at("recruitment:desk", campaign.pk)
    rows = Applicant.objects.filter(campaign=campaign).select_related("campaign__unit", "campaign__contact", "person")
    lacking, posted, called = rows.order_by("pk")[:3]
    _reached(lacking, channel="post", street="", postcode="", town="")
    _reached(posted, channel="post", street="Kuja 1", postcode="99999", town="Havukumpu")
    _reached(called, channel="phone", phone="+358401234567")
    yield pages.at("recruitment:desk", campaign.pk)


def _reached(row: Applicant, **facts: str) -> Message:
    """By another channel from now on, and told where things stand."""
    Person.objects.filter(pk=row.person_id).update(**facts)
    row.person.refresh_from_db()
    Message.objects.filter(person=row.person, status="by_hand").update(status="sent")
    return told.tell(STANDING, row, again="walk")


WALKS: dict[str, pages.Walk] = {
    "letters and calls of a recruitment": (lambda: pages.somebody(cast.KAISA), recruiter),
    "calls of one who recruits": (lambda: pages.somebody(cast.SARI), worker),
}
NO_PAGES: dict[str, str] = {
    "campaign_letters:letter": "a file",
    "campaign_letters:state": "for the script of the progress bar",
    "campaign_letters:pdf": "a file",
    "campaign_post:about": "leads on to the applicant's page",
}
