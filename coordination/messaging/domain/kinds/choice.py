"""Kinds that tell an applicant the answer, and that a place is free: kind words, nothing of what it is about."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme
from coordination.messaging.domain.sample import row

from .applicant import PAGE

_PART = '{{% include "messages/recruitment/{}.txt" %}}'


def _sample() -> dict:
    until, by = clock.today() + timedelta(days=365), clock.today() + timedelta(days=7)
    return {
        "applicant": row(keep_until=until, place_answer_by=by, reason="full"),
        "next_day": until + timedelta(days=365),
        "events_page": "https://esimerkki.example/fi/tapahtumat/",
    }


PIECES = [
    Piece("kept_until", _("Until which day the reader is kept in mind"), "{{ applicant.keep_until|day }}"),
    Piece("why_not", _("Why the reader was not chosen"), _PART.format("choice/_why")),
    Piece("other_ways", _("Other ways to take part"), _PART.format("choice/_other_ways")),
    Piece("place_day", _("By which day the place is answered"), "{{ applicant.place_answer_by|day }}"),
    Piece("longer_until", _("Until which day the reader may be kept in mind if they wish"), "{{ next_day|day }}"),
    Piece("keep_how", _("How to ask to be kept in mind, as the reader's channel needs"), _PART.format("place/_keep")),
    Piece("place_how", _("How to answer, as the reader's channel needs"), _PART.format("place/_how")),
]


def _kind(name: str, label: object, about: object, pieces: str = "", required: str = "own_page contact") -> Kind:
    return Kind(
        f"recruitment.{name}",
        label,
        about,
        Theme.RECRUITMENT,
        pieces=f"{PAGE} {pieces}",
        required=required,
        private=True,
        sample=_sample,
    )


KINDS = [
    _kind(
        "choice.selected",
        _("You have been chosen"),
        _("To an applicant who was chosen, when the selection is settled."),
    ),
    _kind(
        "choice.reserve",
        _("You are in reserve"),
        _("To an applicant who is kept in reserve, when the selection is settled."),
        "kept_until",
        "own_page contact kept_until",
    ),
    _kind(
        "choice.later",
        _("We come back to this later"),
        _("To an applicant for whom another time is better, when the selection is settled."),
        "kept_until",
        "own_page contact kept_until",
    ),
    _kind(
        "choice.not_chosen",
        _("Somebody was not chosen"),
        _("To an applicant who was not chosen, when the selection is settled."),
        "why_not other_ways",
        "why_not other_ways contact",
    ),
    _kind(
        "place.offered",
        _("A place is free"),
        _("To the first in reserve, when a place has become free."),
        "place_day place_how",
        "place_day place_how contact",
    ),
    _kind("place.taken", _("The place is yours"), _("To somebody from the reserve who took the place.")),
    _kind(
        "place.declined", _("Thank you for the answer"), _("To somebody from the reserve who did not take the place.")
    ),
    _kind(
        "place.passed",
        _("The place went on"),
        _("To somebody from the reserve who did not answer by the day."),
    ),
    _kind(
        "place.ending",
        _("The place in reserve ends"),
        _("To somebody in reserve or for later, some days before the agreed day."),
        "kept_until longer_until keep_how",
        "kept_until longer_until keep_how contact",
    ),
]
