"""Kinds about moving a meeting."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Piece, Theme
from coordination.messaging.domain.sample import row

_TIMES = '{% include "messages/experts/time_change/_times.txt" %}'


def _sample() -> dict:
    was = clock.now().replace(minute=0) + timedelta(days=6)
    new, hour = was + timedelta(days=1), timedelta(hours=1)
    change = row(
        starts_at=new,
        ends_at=new + hour,
        was_starts_at=was,
        was_ends_at=was + hour,
        expires_at=clock.now() + timedelta(days=3),
    )
    return {"change": change, "proposer_name": "Sari Salminen"}


PIECES = [
    Piece("proposer", _("Who proposes the new time"), "{{ proposer_name }}"),
    Piece("times_now_and_new", _("The time now and the proposed one"), _TIMES),
    Piece("new_time", _("The proposed time"), "{{ change.starts_at|span:change.ends_at }}"),
    Piece("old_time", _("The time before it"), "{{ change.was_starts_at|span:change.was_ends_at }}"),
    Piece("answer_by", _("By when to answer"), "{{ change.expires_at|moment }}"),
]
KINDS = [
    Kind(
        "experts.time_change.ask",
        _("Would another time suit?"),
        _("To those who meet, when one of them or the coordinator proposes another time."),
        Theme.BOOKING,
        pieces="task proposer times_now_and_new new_time old_time answer_by link code code_page contact",
        required="times_now_and_new link contact",
        sample=_sample,
    ),
    Kind(
        "experts.time_change.moved",
        _("The meeting has a new time"),
        _("To the expert and the orderer, once everybody asked has said yes."),
        Theme.BOOKING,
        pieces="task session_time address invitation_note contact coordinator_name coordinator_phone",
        required="session_time address contact",
        sample=_sample,
    ),
    Kind(
        "experts.time_change.stays",
        _("The meeting stays at its old time"),
        _("To the one who proposed, and to those who said yes, when the new time did not suit everybody."),
        Theme.BOOKING,
        pieces="task new_time old_time contact coordinator_name coordinator_phone",
        required="old_time contact",
        sample=_sample,
    ),
]
