"""The days of a series: by the council's rhythm, round the public holidays."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from coordination.foundation import working_day
from councils.models import Council

Rhythm = Council.Rhythm
WEEK = timedelta(weeks=1)
WEEKS = {Rhythm.WEEKLY: 1, Rhythm.TWO_WEEKS: 2}
MONTHS = {Rhythm.MONTHLY: 1, Rhythm.OTHER: 1, Rhythm.TWO_MONTHS: 2, Rhythm.QUARTERLY: 3}
LAST = 4


@dataclass(frozen=True)
class Day:
    """A day of a series; `instead_of` is the public holiday it would have been."""

    day: date
    instead_of: date | None = None


def series(first: date, how_many: int, rhythm: str) -> list[Day]:
    """So many days from the first on, always the same weekday. One that falls on a public holiday moves a week on.

    Weekly rhythms go on from the day that was found; monthly ones keep their place in the month ("the second
    Wednesday", "the last Wednesday").
    """
    found: list[Day] = []
    for number in range(how_many):
        wanted = first if not found else _following(first, found[-1].day, number, rhythm)
        found.append(_working(wanted))
    return found


def _working(wanted: date) -> Day:
    day = wanted
    while working_day.is_public_holiday(day):
        day += WEEK
    return Day(day, wanted if day != wanted else None)


def _following(first: date, last: date, number: int, rhythm: str) -> date:
    if rhythm in WEEKS:
        return last + WEEKS[Rhythm(rhythm)] * WEEK
    return _in_month(first, first.month - 1 + number * MONTHS[Rhythm(rhythm)])


def _in_month(first: date, months: int) -> date:
    """The same weekday in the same place of a later month; the fifth is the last."""
    year, month = first.year + months // 12, months % 12 + 1
    nth = (first.day - 1) // 7
    length = calendar.monthrange(year, month)[1]
    offset = (first.weekday() - date(year, month, 1).weekday()) % 7
    days = [offset + 1 + week * 7 for week in range(5) if offset + 1 + week * 7 <= length]
    return date(year, month, days[-1] if nth == LAST else days[nth])
