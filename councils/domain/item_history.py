"""Where an item has been before: the meetings it was moved from, and why."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ModelLogEntry

from councils.models import AgendaItem, Meeting

DEEPEST = 10


@dataclass(frozen=True)
class Stop:
    """A meeting an item was moved on from, and the reason given; none where nobody had been told of the meeting."""

    meeting: Meeting | None
    because: str


def histories(items: list[AgendaItem]) -> dict[int, list[Stop]]:
    """For each item its stops, the latest first. A query for each step back, however many items there are.

    A row that moved from a meeting still planned left nothing behind there: the log tells of it (two queries).
    """
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
    born = {(key, stops[0].meeting) for key, stops in found.items() if stops}
    quiet = _quiet_stops(items)
    return {
        key: [stop for stop in quiet[key] if (key, stop.meeting) not in born] + stops for key, stops in found.items()
    }


def _quiet_stops(items: list[AgendaItem]) -> dict[int, list[Stop]]:
    found: dict[int, list[Stop]] = {item.pk: [] for item in items}
    kind = ContentType.objects.get_for_model(AgendaItem, for_concrete_model=False)
    logged = ModelLogEntry.objects.filter(content_type=kind, object_id__in=[str(key) for key in found])
    logged = logged.filter(action="kuuluviin.changed", data__has_key="from").order_by("-timestamp", "-pk")
    moves = [(int(row.object_id), row.data["from"]) for row in logged if row.data["from"]]
    meetings = Meeting.objects.in_bulk({origin for __, origin in moves}) if moves else {}
    for key, origin in moves:
        if origin in meetings:
            found[key].append(Stop(meetings[origin], ""))
    return found
