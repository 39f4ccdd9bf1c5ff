"""Kinds about a debrief."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme

_ASKED = '{% include "messages/experts/debrief/_question.txt" %}'

PIECES = [
    Piece("question", _("What is asked, by who reads"), _ASKED),
    Piece("question_plain", _("What is asked, in plain language"), _ASKED.replace("question", "question_plain")),
]
KINDS = [
    Kind(
        "experts.debrief.missing",
        _("How did it go?"),
        _("To the expert or the orderer who has not told how the meeting went."),
        Theme.DEBRIEF,
        pieces="task meeting_day question question_plain address contact coordinator_name coordinator_phone",
        required="address contact",
        notice=Notice.REMINDER,
    ),
    Kind(
        "experts.debrief.waits",
        _("Somebody would like to talk"),
        _("To the coordinator, when somebody asks for a call or for supervision."),
        Theme.DEBRIEF,
        pieces="number address",
        required="address",
    ),
]
