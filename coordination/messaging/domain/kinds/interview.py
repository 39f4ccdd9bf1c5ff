"""Kinds about an interview before somebody is chosen: subjects tell the time alone, and nobody but the contact is named."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats
from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme
from coordination.messaging.domain.sample import row

_PART = '{{% include "messages/recruitment/interview/{}.txt" %}}'


def _sample() -> dict:
    starts = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=9)
    ends = starts + timedelta(minutes=45)
    interview = row(starts_at=starts, ends_at=ends, place="Kuulaspiha, Koivu", online_url="", by_phone=False)
    return {"interview": interview, "times": [formats.span(starts, ends)], "had_time": True}


PIECES = [
    Piece("interview_when", _("When the talk is"), "{{ interview.starts_at|span:interview.ends_at }}"),
    Piece("interview_details", _("When and where the talk is, or that we call"), _PART.format("_details")),
    Piece("interview_how", _("How to choose a time, as the reader's channel needs"), _PART.format("_how")),
    Piece("interview_otherwise", _("How to choose another time"), _PART.format("_otherwise")),
    Piece("interview_contact", _("Whom to call: name, phone and e-mail"), _PART.format("_contact")),
    Piece("interview_calendar", _("That an invitation for the calendar is attached"), _PART.format("_calendar")),
    Piece("interview_removal", _("That the attachment clears the calendar of the time"), _PART.format("_removal")),
]


def _kind(name: str, label: object, about: object, pieces: str, required: str, notice: str = "") -> Kind:
    return Kind(
        f"recruitment.interview.{name}",
        label,
        about,
        Theme.RECRUITMENT,
        pieces=pieces,
        required=required,
        notice=notice,
        sample=_sample,
    )


_AGREED = "interview_when interview_details interview_calendar interview_otherwise interview_contact"
_MUST = "interview_details interview_otherwise interview_contact"
_INSIDE = "interview_when interview_details interview_calendar address"

KINDS = [
    _kind(
        "asked",
        _("Choose a time for an interview"),
        _("To an applicant who is invited to an interview."),
        "interview_how interview_contact",
        "interview_how interview_contact",
    ),
    _kind(
        "unchosen",
        _("A time for an interview is still to choose"),
        _("To an applicant who has not chosen a time in the organisation's days."),
        "interview_how interview_contact",
        "interview_how interview_contact",
    ),
    _kind(
        "agreed", _("A time for an interview is agreed"), _("To an applicant who has chosen a time."), _AGREED, _MUST
    ),
    _kind(
        "moved", _("The time of an interview has changed"), _("To an applicant whose time has moved."), _AGREED, _MUST
    ),
    _kind(
        "reminder",
        _("An interview is soon"),
        _("To an applicant, some days or hours before the time."),
        "interview_when interview_details interview_otherwise interview_contact",
        _MUST,
    ),
    _kind(
        "cancelled",
        _("An interview is cancelled"),
        _("To an applicant whose interview the organisation calls off."),
        "interview_removal interview_contact",
        "interview_contact",
    ),
    _kind(
        "taken",
        _("Somebody chose a time of yours"),
        _("To those who interview, when an applicant has chosen a time."),
        _INSIDE,
        "interview_details address",
        Notice.WORK,
    ),
    _kind(
        "freed",
        _("An interview of yours is not held"),
        _("To those who interview, when the time is given back or called off."),
        "interview_when address",
        "interview_when address",
        Notice.WORK,
    ),
]
