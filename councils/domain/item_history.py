"""Where an item has been before: the meetings it was moved from, and why."""

from __future__ import annotations

from dataclasses import dataclass

from councils.models import AgendaItem, Meeting

DEEPEST = 10


@dataclass(frozen=True)
class Stop:
    """A meeting an item was moved on from, and the reason given."""

    meeting: Meeting | None
    because: str


def histories(items: list[AgendaItem]) -> dict[int, list[Stop]]:
    """For each item its stops, the latest first. A query for each step back, however many items there are."""
    found: dict[int, list[Stop]] = {item.pk: [] for item in items}
    back = {item.pk: item.moved_from_id for item in items if item.moved_from_id}
    for __ in range(DEEPEST):
        if not back:
            break
        rows = AgendaItem.objects.select_related("meeting").in_bulk(set(back.values()))
        for key, origin in list(back.items()):
            row = rows[origin]
            found[key].append(Stop(row.meeting, row.postponed_because))
            if row.moved_from_id:
                back[key] = row.moved_from_id
            else:
                del back[key]
    return found
