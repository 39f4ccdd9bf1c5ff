"""The next meeting's packet: sent by Elina some days ago, by mail, in large print by post and by phone."""

from __future__ import annotations

from coordination.demo.past import days_ago
from coordination.people.domain import person as people
from councils.domain import invitation, packet
from councils.models import Meeting

from .base import Councils

SENT_DAYS_AGO = 2


def build(made: Councils) -> None:
    coming = Meeting.objects.filter(council=made.adult, status=Meeting.Status.PLANNED).upcoming()
    meeting = coming.order_by("starts_at").first()
    with days_ago(SENT_DAYS_AGO):
        _guest(meeting, made)
        sent = packet.send(meeting, made.leader)
        packet.make(sent.pk)


def _guest(meeting: Meeting, made: Councils) -> None:
    """Invited before the papers leave, since the item becomes the guest's: papers that have left would differ."""
    facts = {"first_name": "Lauri", "last_name": "Etuusmalli", "title": "etuuskäsittelijä"}
    lauri = people.add(unit=made.made.adult, by=made.coordinator, email="lauri.etuusmalli@example.org", **facts)
    item = meeting.items.filter(is_main=True).order_by("position").first()
    matter = "Miten puhelinpalvelun jonoa voi lyhentää?"
    invitation.add_guest(meeting, made.leader, person=lauri, matter=matter, item=item)
