"""What is written of an interview: to the person, each in their own channel, and to those who interview.

Subjects tell the time alone, bodies the place and whom to call; nobody is named but the contact of the campaign.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.foundation import formats
from coordination.messaging.domain import outbox
from coordination.people.models import Person
from coordination.recruitment.models import Interview, Slot

from . import interview_entry, told

ASKED = "recruitment.interview.asked"
UNCHOSEN = "recruitment.interview.unchosen"
AGREED = "recruitment.interview.agreed"
MOVED = "recruitment.interview.moved"
CANCELLED = "recruitment.interview.cancelled"
REMINDER = "recruitment.interview.reminder"
TAKEN = "recruitment.interview.taken"
FREED = "recruitment.interview.freed"
TO_PERSON = (ASKED, UNCHOSEN, AGREED, MOVED, REMINDER)
DOOR = "aika/"
TIMES_TOLD = 6
"""So many free times stand in a letter or are told on the phone; the page shows them all."""


def asked(interview: Interview) -> None:
    """Choose a time; in a letter and on the phone the first free ones are told."""
    _to_person(ASKED, interview, times=_free_times(interview))


def unchosen(interview: Interview) -> None:
    """Once more, to one who has not chosen."""
    _to_person(UNCHOSEN, interview, times=_free_times(interview))


def agreed(interview: Interview, *, again: bool) -> None:
    """The time one has, with an invitation for the calendar; `again` where it has moved."""
    drop(interview)
    enclosure = interview_entry.enclosure_for(interview, interview.applicant.person)
    _to_person(MOVED if again else AGREED, interview, enclosure)


def cancelled(interview: Interview, *, had_time: bool) -> None:
    """Called off by the house; the attachment takes it out of the calendar."""
    person = interview.applicant.person
    enclosure = interview_entry.enclosure_for(interview, person, interview_entry.CANCEL) if had_time else None
    _to_person(CANCELLED, interview, enclosure, had_time=had_time)


def remind(interview: Interview, part: int) -> None:
    """Before the time; never after it has begun."""
    _to_person(REMINDER, interview, part=part, valid_until=interview.starts_at)


def taken(interview: Interview, freed: Iterable[Person] = ()) -> None:
    """To those who interview: when and where; to those who had it before: it is off."""
    for person in interview.interviewers.all():
        _to_interviewer(TAKEN, interview, person, interview_entry.REQUEST)
    for person in freed:
        _to_interviewer(FREED, interview, person, interview_entry.CANCEL)


def freed(interview: Interview) -> None:
    """To those who interview: the time is free again."""
    for person in interview.interviewers.all():
        _to_interviewer(FREED, interview, person, interview_entry.CANCEL)


def drop(interview: Interview) -> None:
    """What waits of it to be sent, posted or told by phone is not needed any more."""
    for kind in TO_PERSON:
        outbox.supersede(interview, kind=kind)


def _to_person(
    kind: str, interview: Interview, enclosure: outbox.Enclosure | None = None, *, times: list[Any] = (), **more: Any
) -> None:
    had_time = more.pop("had_time", False)
    told.tell(
        kind,
        interview.applicant,
        {"interview": interview, "times": times, "had_time": had_time},
        door=DOOR,
        about=interview,
        version=interview.version,
        enclosures=[enclosure] if enclosure else [],
        **more,
    )


def _to_interviewer(kind: str, interview: Interview, person: Person, method: str) -> None:
    campaign = interview.applicant.campaign
    enclosure = interview_entry.enclosure_for(interview, person, method)
    with translation.override(person.language):
        page = reverse("recruitment:interviews")
    outbox.queue(
        kind,
        to=person,
        context={"interview": interview, "address": settings.WAGTAILADMIN_BASE_URL + page},
        about=interview,
        version=interview.version,
        enclosures=[enclosure] if enclosure else [],
        reply_to=campaign.contact.email,
    )


def _free_times(interview: Interview) -> list[str]:
    """In the reader's language, as they stand now."""
    rows = Slot.objects.free().filter(campaign=interview.applicant.campaign_id).order_by("starts_at")
    with translation.override(interview.applicant.person.language):
        return [formats.span(row.starts_at, row.ends_at) for row in rows[:TIMES_TOLD]]
