"""Whose details are not needed any more, and when: by the organisation's days, and by the day one agreed to (L-05).

Nobody is erased whose choice is being made, who has been offered a place, or who comes to an event that is still to be.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, When
from django.db.models.functions import Coalesce

from coordination.events.domain import forgetting as places
from coordination.foundation import clock
from coordination.people.domain import forgetting as people
from coordination.people.models import Person
from coordination.records.domain import rule
from coordination.recruitment.models import Applicant, Campaign, InterviewNote, Summary

Status = Applicant.Status
KEEP, NOTES = "recruitment.keep_not_chosen_days", "recruitment.notes_days"
ANSWERED, AGREED = (Status.NOT_CHOSEN, Status.WITHDRAWN), (Status.RESERVE, Status.LATER)
COMING = timedelta(days=30)
"""So far ahead the page tells who is next."""


@dataclass(frozen=True)
class Line:
    """Somebody on the list beforehand: when they are erased, and whether the person's own row stays, for another matter."""

    applicant: Applicant
    on: date
    stays: bool

    @property
    def is_due(self) -> bool:
        return self.on <= clock.today()


def days(campaign: Campaign) -> int:
    return int(rule.on(campaign.unit, KEEP))


def note_days(campaign: Campaign) -> int:
    return int(rule.on(campaign.unit, NOTES))


def over(campaign: Campaign, on: date | None = None) -> QuerySet[Applicant]:
    """Who is to be erased on a day (Helsinki date, default today) or before it, the earliest first."""
    day = on or clock.today()
    answered_by = clock.now() - timedelta(days=days(campaign)) + (day - clock.today())
    rows = Applicant.objects.whole().filter(campaign=campaign).annotate(ended_at=Coalesce("decided_at", "came_at"))
    answered = Q(status__in=ANSWERED, ended_at__lte=answered_by)
    agreed = Q(status__in=AGREED, choice="", keep_until__lt=day)
    agreed &= Q(place_answer_by=None) | Q(place_answer_by__lt=day)
    comes = places.to_come().filter(person=OuterRef("person"))
    order = Case(When(status__in=AGREED, then=F("keep_until")), default=None)
    return rows.filter(answered | agreed).exclude(Exists(comes)).order_by(order, "ended_at", "pk")


def preview(campaign: Campaign) -> list[Line]:
    """Who is erased now and within `COMING`, the next one first. Three queries, however many."""
    kept = days(campaign)
    other = Applicant.objects.whole().filter(person=OuterRef("person")).exclude(pk=OuterRef("pk"))
    holding = Person.objects.filter(people.held({*places.TRACES, "recruitment.Applicant"}))
    rows = over(campaign, clock.today() + COMING).select_related("person")
    rows = rows.annotate(stays=Exists(other) | Exists(holding.filter(pk=OuterRef("person"))))
    lines = [Line(row, _day(row, kept), row.stays) for row in rows]
    return sorted(lines, key=lambda line: (line.on, line.applicant.pk))


def old_notes(campaign: Campaign) -> QuerySet[InterviewNote]:
    """What interviewers wrote so long ago that the words are emptied; also of those who were admitted."""
    held = Coalesce("interview__held_at", "interview__starts_at", "interview__asked_at")
    rows = InterviewNote.objects.annotate(held=held)
    return rows.filter(interview__applicant__campaign=campaign, emptied_at=None, held__lte=_notes_before(campaign))


def old_summaries(campaign: Campaign) -> QuerySet[Summary]:
    rows = Summary.objects.filter(interview__applicant__campaign=campaign, emptied_at=None)
    return rows.filter(closed_at__lte=_notes_before(campaign))


def old_wishes(campaign: Campaign) -> QuerySet[Applicant]:
    """Of those admitted: what they wrote of why they are interested is as old as the interview's words."""
    rows = Applicant.objects.filter(campaign=campaign, admitted_at__lte=_notes_before(campaign))
    return rows.filter(status=Status.ADMITTED).exclude(motivation="")


def _day(row: Applicant, kept: int) -> date:
    if row.status in AGREED:
        return row.keep_until + timedelta(days=1)
    return clock.local(row.ended_at).date() + timedelta(days=kept)


def _notes_before(campaign: Campaign) -> datetime:
    return clock.now() - timedelta(days=note_days(campaign))
