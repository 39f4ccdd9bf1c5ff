"""When an expert could come next, from what the expert has told and what is booked."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from coordination.foundation import clock
from coordination.foundation.clock import HELSINKI
from experts.models import Expert

Span = tuple[datetime, datetime]
LOOKED_AHEAD = timedelta(days=35)


def next_free(expert: Expert, most: int = 3) -> list[Span]:
    """The next stretches (aware) from tomorrow on, at most `most`; none when no ordinary week is told. Four queries."""
    first = clock.today() + timedelta(days=1)
    last = first + LOOKED_AHEAD
    week = list(expert.availabilities.all())
    special = list(expert.special_days.filter(day__range=(first, last)))
    away = list(expert.away_periods.filter(ends_on__gte=first, starts_on__lte=last))
    busy = list(expert.busy_times.filter(ends_at__gte=clock.now()).values_list("starts_at", "ends_at"))
    found: list[Span] = []
    day = first
    while day <= last and len(found) < most:
        if not any(period.starts_on <= day <= period.ends_on for period in away):
            found += [span for span in _of_day(day, week, special) if not _touches(span, busy)]
        day += timedelta(days=1)
    return found[:most]


def _of_day(day: date, week: list, special: list) -> list[Span]:
    of_day = [row for row in special if row.day == day]
    closed = [(row.starts, row.ends) for row in of_day if not row.available]
    usual = [(row.starts, row.ends) for row in week if row.weekday == day.weekday()]
    extra = [(row.starts, row.ends) for row in of_day if row.available]
    stretches = sorted({*usual, *extra})
    return [
        _span(day, *hours)
        for hours in stretches
        if not any(hours[0] < end and start < hours[1] for start, end in closed)
    ]


def _span(day: date, starts: time, ends: time) -> Span:
    return datetime.combine(day, starts, HELSINKI), datetime.combine(day, ends, HELSINKI)


def _touches(span: Span, busy: list[Span]) -> bool:
    return any(span[0] < ends and starts < span[1] for starts, ends in busy)
