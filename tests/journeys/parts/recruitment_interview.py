"""Walks over the times of interviews and the interviewer's tablet, on the demo's rows."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.messaging.domain import safe_link
from coordination.people.models import Person
from coordination.recruitment.models import Applicant, Interview
from tests.journeys import pages

Status = Interview.Status


def asked() -> Interview:
    return Interview.objects.filter(status=Status.ASKED).first()


def of_sari(**which: object) -> Interview:
    return Interview.objects.filter(interviewers__email=cast.SARI.email, **which).order_by("-starts_at").first()


def agreed() -> Applicant:
    """Somebody who has chosen a time, and signs in."""
    return Interview.objects.filter(status=Status.AGREED).order_by("-starts_at").first().applicant


def by_link(language: str) -> Iterator[pages.Address]:
    for row in (asked(), Interview.objects.filter(status=Status.AGREED).order_by("-starts_at").first()):
        Person.objects.filter(pk=row.applicant.person_id).update(language=language)
        yield pages.at("application_times_link", safe_link.token(row.applicant.link))
    yield pages.at("application_times_link", "no-such-link")


def applicant(language: str) -> Iterator[pages.Address]:
    yield pages.at("recruitment:my_time", agreed().pk)


def interviewer(language: str) -> Iterator[pages.Address]:
    """To come, being written, both finished, summed up."""
    both = Interview.objects.filter(summary=None, notes__interviewer__email=cast.SARI.email)
    yield pages.at("recruitment:interviews")
    yield pages.at("recruitment:interview", of_sari(status=Status.AGREED).pk)
    yield pages.at("recruitment:interview", both.first().pk)
    alone = Interview.objects.filter(summary=None, notes__isnull=False).exclude(pk__in=both.values("pk"))
    yield pages.at("recruitment:interview", alone.first().pk)
    yield pages.at("recruitment:interview", of_sari(summary__isnull=False).pk)
    yield pages.at("recruitment:interview", Interview.objects.filter(status=Status.MISSED).first().pk)


def of_saris(status: str) -> Interview:
    """One of a campaign in which Sari recruits without the back office."""
    rows = Interview.objects.filter(applicant__campaign__recruiters__person__email=cast.SARI.email)
    return rows.filter(status=status).order_by("-starts_at", "pk").first()


def recruiter(language: str) -> Iterator[pages.Address]:
    row, agreed_one = of_saris(Status.ASKED), of_saris(Status.AGREED)
    campaign = row.applicant.campaign_id
    yield pages.at("recruitment:times", campaign)
    yield pages.at("recruitment:times_offer", campaign)
    yield pages.at("recruitment:times_choose", campaign, row.pk)
    yield pages.at("recruitment:times_choose", agreed_one.applicant.campaign_id, agreed_one.pk)
    yield pages.at("recruitment:walk_in", campaign, row.applicant_id)


def coordinator(language: str) -> Iterator[pages.Address]:
    row = Interview.objects.filter(
        status=Status.ASKED, applicant__campaign__recruiters__person__email=cast.KAISA.email
    ).first()
    campaign = row.applicant.campaign_id
    yield pages.at("campaign_interview:index", campaign)
    yield pages.at("campaign_interview:offer", campaign)
    yield pages.at("campaign_interview:choose", campaign, row.pk)
    yield pages.at("campaign_interview:begin", campaign, row.applicant_id)


WALKS: dict[str, pages.Walk] = {
    "interviews, by link": (lambda: None, by_link),
    "interviews, applicant": (lambda: agreed().person, applicant),
    "interviews, interviewer": (lambda: pages.somebody(cast.SARI), interviewer),
    "interviews, recruiter": (lambda: pages.somebody(cast.SARI), recruiter),
    "interviews, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
}
NO_PAGES: dict[str, str] = {
    "application_times_file": "a file for the calendar",
    "recruitment:my_time_file": "a file for the calendar",
    "recruitment:interview_autosave": "answers in JSON",
    "recruitment:interview_sum_up": "a press: leads back to the interview",
    "recruitment:interview_topic": "a press: leads back to the interview",
    "recruitment:interview_guide": "a PDF",
    "recruitment:interview_press": "a press: leads back to the interview",
    "recruitment:interview_take_back": "a press: leads back to the times",
    "recruitment:times_ask": "a press: leads back to the times",
    "recruitment:times_take_back": "a press: leads back to the times",
    "recruitment:times_press": "a press: leads back to the times",
    "campaign_interview:ask": "a press: leads back to the times",
    "campaign_interview:take_back": "a press: leads back to the times",
    "campaign_interview:press": "a press: leads back to the times",
}
