"""The item that fills itself: the last minutes, and what came of earlier proposals since the last meeting (CC-04).

Nothing is stored: it is told as things stand when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from coordination.calendar.models import Action
from coordination.foundation import clock
from councils.models import Meeting, Minutes

from . import action, statement_moved
from .statement_moved import Moved

Status = Meeting.Status


@dataclass(frozen=True)
class FollowUp:
    """`last` is the meeting held before this one, `minutes` its minutes if any, `moved` what came of the statements,
    `actions` what was taken on and is not done, the overdue first.
    """

    last: Meeting | None
    minutes: Minutes | None
    moved: list[Moved]
    actions: list[Action] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return self.last is None and not self.moved and not self.actions


def follow_up(meeting: Meeting) -> FollowUp:
    """What the follow-up item of this meeting tells: a fixed number of queries.

    Silence is counted to the day of the meeting: the same papers say the same, whatever day they are made.
    """
    last = before(meeting)
    minutes = Minutes.objects.filter(meeting=last).select_related("meeting").first() if last else None
    since = last.starts_at if last else meeting.council.made_at
    waits = list(action.of_council(meeting.council).filter(status=Action.Status.OPEN))
    moved = statement_moved.moved_since(meeting.council, since, clock.local(meeting.starts_at).date())
    return FollowUp(last, minutes, moved, waits)


def before(meeting: Meeting) -> Meeting | None:
    """The council's last meeting that was held before this one."""
    held = Meeting.objects.filter(council=meeting.council, starts_at__lt=meeting.starts_at)
    return held.filter(status__in=[Status.HELD, Status.CLOSED]).order_by("starts_at").last()
