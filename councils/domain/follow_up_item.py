"""The item that fills itself: the last minutes, and what came of earlier proposals since the last meeting (CC-04).

Nothing is stored: it is told as things stand when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass

from councils.models import Meeting, Minutes

from . import statement_moved
from .statement_moved import Moved

Status = Meeting.Status


@dataclass(frozen=True)
class FollowUp:
    """`last` is the meeting held before this one, `minutes` its minutes if any, `moved` what came of the statements."""

    last: Meeting | None
    minutes: Minutes | None
    moved: list[Moved]

    @property
    def is_empty(self) -> bool:
        return self.last is None and not self.moved


def follow_up(meeting: Meeting) -> FollowUp:
    """What the follow-up item of this meeting tells: a fixed number of queries."""
    last = before(meeting)
    minutes = Minutes.objects.filter(meeting=last).select_related("meeting").first() if last else None
    since = last.starts_at if last else meeting.council.made_at
    return FollowUp(last, minutes, statement_moved.moved_since(meeting.council, since))


def before(meeting: Meeting) -> Meeting | None:
    """The council's last meeting that was held before this one."""
    held = Meeting.objects.filter(council=meeting.council, starts_at__lt=meeting.starts_at)
    return held.filter(status__in=[Status.HELD, Status.CLOSED]).order_by("starts_at").last()
