"""Walks over applicants: the public form, one's own page by link and signed in, a worker, those who recruit."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from coordination.recruitment.domain import double, told
from coordination.recruitment.models import Applicant, Campaign
from tests.journeys import pages

Status = Applicant.Status


def campaign() -> Campaign:
    """The open one for experts, which has a kick-off."""
    return Campaign.objects.filter(status=Campaign.Status.OPEN, kind=Campaign.Kind.EXPERTS).first()


def one(status: str = Status.INTERESTED) -> Applicant:
    rows = Applicant.objects.filter(status=status, person__user=None, merged_into=None)
    return rows.select_related("campaign__unit", "person", "link").first()


def two() -> tuple[int, int, int]:
    """A campaign, an entry and one that may be of the same person."""
    for found in Campaign.objects.filter(status=Campaign.Status.OPEN):
        for row in Applicant.objects.filter(campaign=found, pk__in=double.marked(found)):
            return found.pk, row.pk, double.found(row)[0].applicant.pk
    raise LookupError("The demo has no doubles.")


def public(language: str) -> Iterator[pages.Address]:
    yield pages.at("recruitment_street:apply", campaign().pk)
    yield pages.at("recruitment_street:apply", campaign().pk, query="?selko=1")
    yield pages.at("recruitment_street:thanks")
    for event in Campaign.objects.filter(kick_off__collects_interest=True, status="open").values_list("kick_off"):
        yield pages.at("recruitment_street:interest", *event)
    for row in (one(), one(Status.WITHDRAWN)):
        pages.Person.objects.filter(pk=row.person_id).update(language=language)
        yield pages.at("application_link", safe_link.token(told.link_of(row)))
    token = safe_link.token(told.link_of(one()))
    yield pages.at("application_withdraw_link", token)
    yield pages.at("application_correct_link", token)
    yield pages.at("application_link", "no-such-link")


def matti(language: str) -> Iterator[pages.Address]:
    own = Applicant.objects.get(person=pages.somebody(cast.MATTI))
    # A single application opens at once; of two there is a list.
    another = Campaign.objects.exclude(pk=own.campaign_id).filter(status=Campaign.Status.OPEN).first()
    told_on = {"notice_told_at": own.notice_told_at, "came_at": own.came_at}
    Applicant.objects.create(campaign=another, person=own.person, source=own.source, **told_on)
    yield pages.at("recruitment:mine")
    for name in ("application", "application_withdraw", "application_correct"):
        yield pages.at(f"recruitment:{name}", own.pk)


def sari(language: str) -> Iterator[pages.Address]:
    yield pages.at("recruitment:recommend")
    yield pages.at("recruitment:applicants", campaign().pk)
    yield pages.at("recruitment:write_down", campaign().pk)


def kaisa(language: str) -> Iterator[pages.Address]:
    found, row = campaign(), Applicant.objects.filter(campaign=campaign(), status=Status.INTERESTED).first()
    yield pages.at("campaign_applicant:index", found.pk)
    yield pages.at("campaign_applicant:new", found.pk)
    yield pages.at("campaign_applicant:invite_everyone", found.pk)
    yield pages.at("campaign_applicant:page", found.pk, row.pk)
    yield pages.at("campaign_applicant:correct", found.pk, row.pk)
    yield pages.at("campaign_applicant:withdraw", found.pk, row.pk)
    yield pages.at("campaign_applicant:merge", *two())
    for event in Campaign.objects.filter(kick_off__collects_interest=True, status="open").values_list("kick_off"):
        yield pages.at("recruitment:collect", *event)


WALKS: dict[str, pages.Walk] = {
    "interested": (lambda: None, public),
    "applicant, signed in": (lambda: pages.somebody(cast.MATTI), matti),
    "worker who recruits": (lambda: pages.somebody(cast.SARI), sari),
    "recruiter": (lambda: pages.somebody(cast.KAISA), kaisa),
}
NO_PAGES: dict[str, str] = {
    "recruitment_street:paper": "a PDF",
    "campaign_applicant:tell": "a press that leads back to the applicant",
}
