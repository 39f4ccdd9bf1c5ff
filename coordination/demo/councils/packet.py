"""The next meeting's packet: sent by Elina some days ago, by mail, in large print by post and by phone."""

from __future__ import annotations

from coordination.demo.past import days_ago
from councils.domain import packet
from councils.models import Meeting

from .base import Councils

SENT_DAYS_AGO = 2


def build(made: Councils) -> None:
    coming = Meeting.objects.filter(council=made.adult, status=Meeting.Status.PLANNED).upcoming()
    with days_ago(SENT_DAYS_AGO):
        sent = packet.send(coming.order_by("starts_at").first(), made.leader)
        packet.make(sent.pk)
