"""Kinds about a seat in a council: a welcome, and thanks."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme
from coordination.messaging.domain.sample import row

_PART = '{{% include "messages/councils/membership/_{}.txt" %}}'


def _sample() -> dict:
    starts = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=16)
    meeting = row(starts_at=starts, ends_at=starts + timedelta(hours=2), mode="place", place="Kuulaspiha, Koivu")
    return {"title": pgettext("neutral", "Meeting"), "meeting": meeting, "is_substitute": False}


PIECES = [
    Piece("seat_as_what", _("Whether as a member or as a substitute"), _PART.format("as_what")),
    Piece("seat_next", _("When and where the next meeting is"), _PART.format("next")),
    Piece("seat_way", _("How one follows: signing in, letters or calls"), _PART.format("way")),
]
KINDS = [
    Kind(
        "councils.membership.admitted",
        _("Welcome to the council"),
        _("To a new member or substitute: who leads, when the next meeting is, how to sign in."),
        Theme.COUNCIL,
        pieces="title seat_as_what seat_next seat_way contact coordinator_name coordinator_phone coordinator_email",
        required="seat_next seat_way contact",
        sample=_sample,
    ),
    Kind(
        "councils.membership.left",
        _("Thanks to one who leaves the council"),
        _("To a member or substitute whose seat has ended. The reason is never told."),
        Theme.COUNCIL,
        pieces="title contact coordinator_name coordinator_phone coordinator_email",
        required="contact",
        sample=_sample,
    ),
]
