"""Guests about every second meeting, chosen by topic: when there was one last, and on what (CC-17)."""

from __future__ import annotations

from dataclasses import dataclass

from councils.models import Invitation, Meeting

from . import follow_up_item


@dataclass(frozen=True)
class Hint:
    """`since` is the last meeting with a guest before this one, `matters` what it was about; `is_turn`: the meeting
    before this one had none, so it would be good to have one now.
    """

    since: Meeting | None
    matters: list[str]
    is_turn: bool


def hint(meeting: Meeting) -> Hint:
    """Two or three queries."""
    earlier = Invitation.objects.filter(
        role=Invitation.Role.GUEST,
        withdrawn_at=None,
        meeting__council=meeting.council_id,
        meeting__starts_at__lt=meeting.starts_at,
    ).exclude(meeting__status=Meeting.Status.CANCELLED)
    rows = list(earlier.select_related("meeting").order_by("-meeting__starts_at", "pk")[:10])
    since = rows[0].meeting if rows else None
    matters = [row.matter for row in rows if row.meeting_id == since.pk and row.matter] if since else []
    last = follow_up_item.before(meeting)
    return Hint(since, matters, is_turn=last is not None and (since is None or since.pk != last.pk))
