"""How each possible time suits one expert: the same rules as `hours.py`, told of the rows that are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time

from .facts import Facts
from .need import Need, Option, Span


@dataclass(frozen=True)
class Fit:
    """One time for one expert, with what speaks against it and against the further times that go with it."""

    option: Option
    own_clash: Span | None
    near: date | None
    month_full: bool
    away: bool
    cannot: bool
    outside: bool
    hours: tuple[time, time] | None
    """The told stretch that touches this time without covering it."""

    others: tuple[Fit, ...] = ()

    @property
    def taken_by(self) -> Span | None:
        """The booked hours that clash with this time or with a further one."""
        return self.own_clash or next((each.own_clash for each in self.others if each.own_clash), None)

    @property
    def clear(self) -> bool:
        against = self.own_clash or self.near or self.month_full or self.away or self.cannot or self.outside
        return not against and all(each.clear for each in self.others)


def fits(need: Need, facts: Facts) -> list[Fit]:
    others = tuple(_fit(need, facts, each, exceptions=not need.is_assignment) for each in need.extra)
    return [replace(_fit(need, facts, option), others=others) for option in need.options]


def _fit(need: Need, facts: Facts, option: Option, *, exceptions: bool = True) -> Fit:
    """`exceptions`: whether a single day told as possible counts besides the ordinary week."""
    limit = facts.expert.max_per_month
    told = _told(facts, option, exceptions)
    touching = [row for row in facts.special if not row.available and _touches(option, row.day, row.starts, row.ends)]
    return Fit(
        option=option,
        own_clash=_clash(facts, option),
        near=_near(facts, option),
        month_full=limit is not None and facts.in_month(option.month) >= limit,
        away=any(row.starts_on <= option.last_day and row.ends_on >= option.first_day for row in facts.away),
        cannot=bool(touching),
        outside=bool(facts.told) and not _covered(told, option),
        hours=_stretch(told, option),
    )


def _clash(facts: Facts, option: Option) -> Span | None:
    return next(
        ((starts, ends) for starts, ends in sorted(facts.busy) if starts < option.ends_at and ends > option.starts_at),
        None,
    )


def _near(facts: Facts, option: Option) -> date | None:
    """The nearest day of another booking inside the rest days."""
    rest = facts.expert.rest_days
    days = sorted({day for _, day in facts.sessions}, key=lambda day: (abs((day - option.day).days), day))
    return next((day for day in days if rest and abs((day - option.day).days) <= rest), None)


def _covered(told: list[tuple[time, time]], option: Option) -> bool:
    if not option.within_a_day:
        return False
    starts, ends = option.wall
    return any(first <= starts and last >= ends for first, last in told)


def _stretch(told: list[tuple[time, time]], option: Option) -> tuple[time, time] | None:
    starts, ends = option.wall
    if not option.within_a_day:
        return None
    return next(((first, last) for first, last in told if first < ends and last > starts), None)


def _told(facts: Facts, option: Option, exceptions: bool) -> list[tuple[time, time]]:
    """The stretches told for the day: the ordinary week's and the exceptions'."""
    week = [(row.starts, row.ends) for row in facts.told if row.weekday == option.first_day.weekday()]
    special = [row for row in facts.special if row.available and row.day == option.first_day] if exceptions else []
    return week + [(row.starts, row.ends) for row in special]


def _touches(option: Option, day: date, starts: time, ends: time) -> bool:
    first, last = option.wall
    if option.within_a_day:
        return day == option.first_day and starts < last and ends > first
    if day == option.first_day:
        return ends > first
    return starts < last if day == option.last_day else option.first_day < day < option.last_day
