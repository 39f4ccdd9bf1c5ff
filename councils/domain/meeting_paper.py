"""What one who is invited reads of a meeting: the agenda on the clock with its materials, the minutes before it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coordination.people.models import Person
from councils.models import Material, Meeting, Minutes

from . import agenda, member_page
from .agenda import Slot


@dataclass(frozen=True)
class Talked:
    """An item at its time, with the papers this reader may read."""

    slot: Slot
    materials: list[Material]


def slots(meeting: Meeting, materials: Iterable[Material]) -> list[Talked]:
    """`materials` are those the reader may see; items that were moved to another meeting are left out."""
    of_item: dict[int, list[Material]] = {}
    for row in materials:
        of_item.setdefault(row.item_id, []).append(row)
    standing = [slot for slot in agenda.clock(meeting) if not slot.has_moved]
    return [Talked(slot, of_item.get(slot.item.pk, [])) for slot in standing]


def minutes_to_read(meeting: Meeting) -> Minutes | None:
    """The meeting's own once they may be read, else those of the meeting before it."""
    rows = Minutes.objects.filter(meeting__council=meeting.council, meeting__starts_at__lte=meeting.starts_at)
    readable = rows.exclude(status=Minutes.Status.DRAFT).select_related("meeting")
    return readable.order_by("-meeting__starts_at").first()


def whom_to_ask(meeting: Meeting) -> Person | None:
    return member_page.leader_of(meeting.council) or meeting.chair
