"""Kinds about a debrief."""

from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain.kind import Kind, Notice, Piece, Theme

PIECES = [Piece("question", _("What is asked, by who reads"), '{% include "messages/experts/debrief/_question.txt" %}')]
KINDS = [
    Kind(
        "experts.debrief.missing",
        _("How did it go?"),
        _("To the expert or the orderer who has not told how the meeting went."),
        Theme.DEBRIEF,
        pieces="task meeting_day question address contact coordinator_name coordinator_phone",
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
