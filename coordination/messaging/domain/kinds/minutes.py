"""Kinds about the minutes of a council's meetings."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from coordination.foundation import clock
from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme
from coordination.messaging.domain.sample import row


def _sample() -> dict:
    return {
        "title": pgettext("neutral", "Meeting"),
        "meeting": row(starts_at=clock.now() - timedelta(days=3, minutes=7)),
        "words": "",
        "was_there": True,
        "approved_in": row(starts_at=clock.now() + timedelta(days=25, minutes=11)),
        "is_corrected": True,
    }


PIECES = [
    Piece("minutes_day", _("Day of the meeting the minutes tell of"), "{{ meeting.starts_at|day }}"),
    Piece(
        "minutes_words",
        _("In a mail the link to the minutes, in a letter or a call their words"),
        '{% include "messages/councils/minutes/_words.txt" %}',
    ),
    Piece(
        "minutes_comment",
        _("How those who were there tell of a mistake"),
        '{% include "messages/councils/minutes/_comment.txt" %}',
    ),
    Piece("minutes_approved_in", _("Day of the meeting that approved the minutes"), "{{ approved_in.starts_at|day }}"),
    Piece(
        "minutes_corrected",
        _("Whether corrections were noted"),
        '{% include "messages/councils/minutes/_corrected.txt" %}',
    ),
    Piece(
        "minutes_where",
        _("In a mail the link to the minutes, in a letter or a call how to get them on paper"),
        '{% include "messages/councils/minutes/_where.txt" %}',
    ),
]
KINDS = [
    Kind(
        "councils.minutes.offered",
        _("The minutes may be read"),
        _("To the members, substitutes and leaders of a council, the absent too. A mail never has the words."),
        Theme.COUNCIL,
        pieces="title minutes_day minutes_words minutes_comment contact coordinator_name coordinator_phone coordinator_email",
        required="minutes_words contact",
        private=True,
        sample=_sample,
    ),
    Kind(
        "councils.minutes.approved",
        _("The minutes are approved"),
        _("To the members, substitutes and leaders of a council, once a later meeting has approved the minutes."),
        Theme.COUNCIL,
        pieces="title minutes_day minutes_approved_in minutes_corrected minutes_where contact coordinator_name "
        "coordinator_phone coordinator_email",
        required="minutes_day contact",
        notice=Notice.COUNCIL,
        sample=_sample,
    ),
]
