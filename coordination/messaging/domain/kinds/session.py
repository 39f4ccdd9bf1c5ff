"""Kinds about one session of a booking: off, not met, claimed."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Piece, Theme

_NOTE = '{% include "messages/experts/session/_due.txt" %}'
_PLAIN_NOTE = '{% include "messages/experts/session/_due_plain.txt" %}'


_SAMPLE = {"due": Decimal("25.00")}
PIECES = [
    Piece("session_time", _("When this one meeting is"), "{{ session.starts_at|span:session.ends_at }}"),
    Piece("session_day", _("The day of this one meeting"), "{{ session.starts_at|day }}"),
    Piece("due_note", _("What the expert is paid all the same"), _NOTE),
    Piece("due_note_plain", _("What the expert is paid all the same, in plain language"), _PLAIN_NOTE),
]
_BOTH = "task session_time session_day due_note contact coordinator_name coordinator_phone"
KINDS = [
    Kind(
        "experts.session.cancelled",
        _("One of several meetings has been cancelled"),
        _("To the expert and the orderer."),
        Theme.BOOKING,
        pieces=f"{_BOTH} removal_note",
        required="session_time contact",
        sample=_SAMPLE,
    ),
    Kind(
        "experts.session.not_met",
        _("It was noted that the meeting was not held"),
        _("To the expert and the orderer, when somebody did not come. It blames nobody."),
        Theme.BOOKING,
        pieces=_BOTH,
        required="session_time contact",
        sample=_SAMPLE,
    ),
    Kind(
        "experts.session.claimed",
        _("The expert was there, nobody came"),
        _("To the coordinator, when the expert tells so."),
        Theme.BOOKING,
        pieces="number expert_name session_time address",
        required="address",
        sample=_SAMPLE,
    ),
    Kind(
        "experts.session.open_place",
        _("The expert cannot come to one of several meetings"),
        _("To the coordinator, when a confirmed expert cancels one of them."),
        Theme.BOOKING,
        pieces="number expert_name session_time address",
        required="address",
        sample=_SAMPLE,
    ),
]
