"""How each possible time suits one expert: the same rules as `hours.py`, told of the rows that are shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from coordination.foundation import clock

from .facts import Facts
from .need import Need, Option, Span


@dataclass(frozen=True)
class Fit:
    """One time for one expert, with what speaks against it."""

    option: Option
    taken_by: Span | None
    near: date | None
    month_full: bool
    away: bool
    cannot: bool
    outside: bool
    hours: tuple[time, time] | None
    """The told stretch that touches this time without covering it."""

    @property
    def clear(self) -> bool:
        return not (self.taken_by or self.near or self.month_full or self.away or self.cannot or self.outside)


def fits(need: Need, facts: Facts) -> list[Fit]:
    return [_fit(need, facts, option) for option in need.options]


def _fit(need: Need, facts: Facts, option: Option) -> Fit:
    limit = facts.expert.max_per_month
    touching = [row for row in facts.special if not row.available and _touches(option, row.day, row.starts, row.ends)]
    return Fit(
        option=option,
        taken_by=_clash(facts, [(option.starts_at, option.ends_at), *need.extra]),
        near=_near(facts, option),
        month_full=limit is not None and facts.in_month(option.month) >= limit,
        away=any(row.starts_on <= option.last_day and row.ends_on >= option.first_day for row in facts.away),
        cannot=bool(touching),
        outside=not _covered(facts, option),
        hours=_stretch(facts, option),
    )


def _clash(facts: Facts, spans: list[Span]) -> Span | None:
    for starts, ends in sorted(facts.busy):
        if any(starts < last and ends > first for first, last in spans):
            return starts, ends
    return None


def _near(facts: Facts, option: Option) -> date | None:
    """The nearest day of another booking inside the rest days."""
    rest = facts.expert.rest_days
    days = sorted(
        {clock.local(starts).date() for starts in facts.bookings}, key=lambda day: (abs((day - option.day).days), day)
    )
    return next((day for day in days if rest and abs((day - option.day).days) <= rest), None)


def _covered(facts: Facts, option: Option) -> bool:
    if not facts.told:
        return True
    if not option.within_a_day:
        return False
    starts, ends = option.wall
    return any(first <= starts and last >= ends for first, last in _told(facts, option))


def _stretch(facts: Facts, option: Option) -> tuple[time, time] | None:
    starts, ends = option.wall
    if not option.within_a_day:
        return None
    return next(((first, last) for first, last in _told(facts, option) if first < ends and last > starts), None)


def _told(facts: Facts, option: Option) -> list[tuple[time, time]]:
    """The stretches told for the day: the ordinary week's and the exceptions'."""
    week = [(row.starts, row.ends) for row in facts.told if row.weekday == option.first_day.weekday()]
    return week + [(row.starts, row.ends) for row in facts.special if row.available and row.day == option.first_day]


def _touches(option: Option, day: date, starts: time, ends: time) -> bool:
    first, last = option.wall
    if option.within_a_day:
        return day == option.first_day and starts < last and ends > first
    if day == option.first_day:
        return ends > first
    return starts < last if day == option.last_day else option.first_day < day < option.last_day
