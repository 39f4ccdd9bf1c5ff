"""When each item of an agenda begins and ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from councils.models import AgendaItem, Meeting


@dataclass(frozen=True)
class Slot:
    """An item on the meeting's clock (aware datetimes). `is_over`: it goes past the meeting's end. `has_moved`: it was
    moved on before the meeting began and takes no time here.
    """

    item: AgendaItem
    number: int
    starts_at: datetime
    ends_at: datetime
    is_over: bool = False
    has_moved: bool = False


def clock(meeting: Meeting) -> list[Slot]:
    """The agenda on the clock, in its order: one query, two with the presenters.

    Breaks and items that moved on have no number: the minutes leave them out, and the numbers stay the same there.
    """
    slots, now, number = [], meeting.starts_at, 0
    for item in meeting.items.select_related("presenter", "topic").order_by("position", "pk"):
        has_moved = item.outcome == AgendaItem.Outcome.POSTPONED and meeting.began_at is None
        ends_at = now if has_moved else now + timedelta(minutes=item.minutes)
        is_counted = not has_moved and item.kind != AgendaItem.Kind.BREAK
        number += is_counted
        is_over = not has_moved and ends_at > meeting.ends_at
        slots.append(Slot(item, number if is_counted else 0, now, ends_at, is_over, has_moved))
        now = ends_at
    return slots


def over(meeting: Meeting, slots: list[Slot]) -> int:
    """Whole minutes the agenda runs over the meeting's end; below zero, so many are free."""
    end = slots[-1].ends_at if slots else meeting.starts_at
    return round((end - meeting.ends_at).total_seconds() / 60)
