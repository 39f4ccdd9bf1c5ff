"""Heavy topics in a row: several bookings on heavy areas of experience one after the other (peers 5; EX-11).

Which areas are heavy is in the catalogue; how many in a row, and within how many days, are rules of the organisation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from coordination.foundation import clock
from coordination.people.models import Unit
from coordination.records.domain import rule
from experts.models import Booking, BookingRequest, Expert, ServiceArea

WORKING = (Booking.Status.CONFIRMED, Booking.Status.HELD)
Span = list[tuple[date, bool]]
"""Bookings of one expert by day (Helsinki date): whether each is on a heavy topic."""


@dataclass(frozen=True)
class Limit:
    """After how many heavy ones in a row the next is warned of, and within how many days they count."""

    in_row: int
    days: int


@dataclass(frozen=True)
class Row:
    """The longest row of heavy topics around today. Empty where it stays under the limit."""

    count: int = 0
    areas: list[ServiceArea] = field(default_factory=list)

    def __bool__(self) -> bool:
        return self.count > 0


def limit_of(unit: Unit) -> Limit:
    values = rule.together(unit, ["strain.heavy_in_row", "strain.heavy_days"])
    return Limit(max(1, int(values["strain.heavy_in_row"])), max(1, int(values["strain.heavy_days"])))


def working(experts: list[int] | QuerySet, first: date, last: date) -> QuerySet[Booking]:
    """Bookings of these experts between two Helsinki dates, both included, each with `heavy`; by time."""
    heavy = BookingRequest.areas.through.objects.filter(
        bookingrequest_id=OuterRef("booking_request"), servicearea__heavy=True
    )
    rows = Booking.objects.filter(expert__in=experts, status__in=WORKING)
    rows = rows.filter(starts_at__gte=_midnight(first), starts_at__lt=_midnight(last + timedelta(days=1)))
    return rows.annotate(heavy=Exists(heavy)).order_by("starts_at", "pk")


def in_row_with(span: Span, day: date, days: int) -> int:
    """How many heavy bookings stand unbroken before and after a day, none further from it than `days`."""
    near = [(each, heavy) for each, heavy in span if abs((each - day).days) <= days]
    before = [heavy for each, heavy in near if each <= day]
    after = [heavy for each, heavy in near if each > day]
    return _unbroken(reversed(before)) + _unbroken(after)


def of(expert: Expert, today: date | None = None) -> Row:
    """The expert's row around today: what was within the days before, and what is agreed ahead of it."""
    found = of_many([expert.pk], limit_of(expert.unit), today)
    return found.get(expert.pk, Row())


def of_many(experts: list[int] | QuerySet, limit: Limit, today: date | None = None) -> dict[int, Row]:
    """The rows that reach the limit, by the expert's key. Two queries however many experts."""
    day, reach = today or clock.today(), timedelta(days=limit.days)
    spans: dict[int, list[Booking]] = {}
    rows = working(experts, day - reach, day + reach)
    for booking in rows.select_related("booking_request").prefetch_related("booking_request__areas"):
        spans.setdefault(booking.expert_id, []).append(booking)
    longest = {pk: _longest(bookings) for pk, bookings in spans.items()}
    return {pk: Row(len(row), _areas(row)) for pk, row in longest.items() if len(row) >= limit.in_row}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, clock.HELSINKI)


def _unbroken(heavies: Iterable[bool]) -> int:
    count = 0
    for heavy in heavies:
        if not heavy:
            break
        count += 1
    return count


def _longest(bookings: list[Booking]) -> list[Booking]:
    best: list[Booking] = []
    row: list[Booking] = []
    for booking in bookings:
        row = [*row, booking] if booking.heavy else []
        best = max(best, row, key=len)
    return best


def _areas(row: list[Booking]) -> list[ServiceArea]:
    found = {area.pk: area for booking in row for area in booking.booking_request.areas.all() if area.heavy}
    return sorted(found.values(), key=lambda area: (area.position, area.code))
