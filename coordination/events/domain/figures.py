"""How many events there were, and how many came (AN-14): numbers alone, by kind, of one year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Q, QuerySet, Sum

from coordination.events.models import Event, Registration
from coordination.foundation import clock

Status = Registration.Status
NOBODY = {"visits": 0, "people": 0, "absent": 0}


@dataclass(frozen=True)
class Line:
    """A kind in a year: events held, visits, different people, those who had registered and were not there.

    Visits of those whose details have been erased since count; they cannot be told apart, so they are nobody's.
    """

    kind: str
    label: str
    events: int
    visits: int
    people: int
    absent: int

    @property
    def average(self) -> float:
        return round(self.visits / self.events, 1) if self.events else 0


def years(events: QuerySet[Event]) -> list[int]:
    """The years in which something was held, the newest first."""
    return sorted({clock.local(moment).year for moment in _held(events).values_list("starts_at", flat=True)})[::-1]


def of_year(events: QuerySet[Event], year: int) -> list[Line]:
    """A line a kind that was held in the year, in the order of the kinds. Two queries."""
    begins, ends = (datetime(each, 1, 1, tzinfo=clock.HELSINKI) for each in (year, year + 1))
    held = _held(events).filter(starts_at__gte=begins, starts_at__lt=ends)
    kinds = held.order_by().values("kind")
    kinds = kinds.annotate(count=Count("pk"), visits=Sum("forgotten_there"), absent=Sum("forgotten_absent"))
    counts = {row["kind"]: row for row in kinds}
    there = Q(status=Status.ATTENDED)
    rows = Registration.objects.filter(event__in=held.values("pk")).order_by().values("event__kind")
    rows = rows.annotate(
        visits=Count("pk", filter=there),
        people=Count("person", filter=there, distinct=True),
        absent=Count("pk", filter=Q(status=Status.ABSENT)),
    )
    seen = {row["event__kind"]: row for row in rows}
    return [
        _line(kind, str(label), counts[kind], seen.get(kind, NOBODY))
        for kind, label in Event.Kind.choices
        if kind in counts
    ]


def _line(kind: str, label: str, gone: dict, here: dict) -> Line:
    visits, absent = (here[name] + gone[name] for name in ("visits", "absent"))
    return Line(kind, label, gone["count"], visits, here["people"], absent)


def _held(events: QuerySet[Event]) -> QuerySet[Event]:
    return events.filter(status=Event.Status.HELD)
