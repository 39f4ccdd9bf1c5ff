"""When to remind of a meeting: the organisation's distances, made sensible for each way of telling (KP-03)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta

from coordination.foundation import clock
from coordination.people.models import Person, Unit
from coordination.records.domain import rule

Channel = Person.Channel
OFFICE_OPENS, OFFICE_CLOSES = time(9), time(16)
"""Somebody must be at work to ring, and the one who is rung awake: Helsinki wall time."""
QUIET_ENDS, QUIET_BEGINS = time(8), time(20)
"""A telephone that hums at night reminds of nothing good."""
SATURDAY = 5


def moments(starts_at: datetime, unit: Unit | None, channel: str, key: str = "reminder.hours") -> list[datetime]:
    """When reminders of a meeting leave, earliest first (KP-03): aware times, all still to come.

    The rule `key` of the unit lists the distances in hours. A letter leaves `reminder.post_days` earlier
    than a mail would; a call falls on working hours, a text message on waking ones. What would leave in the past is
    left out: a letter that comes after the meeting helps nobody. Call it again when the meeting moves.
    """
    now = clock.now()
    return [moment for moment in planned(starts_at, unit, channel, key) if moment > now]


def planned(starts_at: datetime, unit: Unit | None, channel: str, key: str = "reminder.hours") -> list[datetime]:
    """The same moments, also those that have passed: for whoever looks again and again what is due."""
    fits = FITS.get(channel, _as_it_is)
    begins = starts_at.astimezone(UTC)  # so that an hour is an hour also on the night the clocks turn
    return sorted({fits(begins - timedelta(hours=hours), unit) for hours in distances(unit, key)})


def distances(unit: Unit | None, key: str = "reminder.hours") -> list[int]:
    """Hours before the meeting, longest first; a rule from before there were many is one number."""
    value = rule.on(unit, key)
    return sorted(set(value if isinstance(value, list) else [value]), reverse=True)


def _as_it_is(moment: datetime, unit: Unit | None) -> datetime:
    return moment


def _by_post(moment: datetime, unit: Unit | None) -> datetime:
    return moment - timedelta(days=rule.on(unit, "reminder.post_days"))


def _by_phone(moment: datetime, unit: Unit | None) -> datetime:
    """The same working day, or the last one before: never later than was asked for."""
    local = clock.local(moment)
    if local.time() < OFFICE_OPENS:
        local = _at(local - timedelta(days=1), OFFICE_CLOSES)
    elif local.time() > OFFICE_CLOSES:
        local = _at(local, OFFICE_CLOSES)
    while local.weekday() >= SATURDAY:
        local = _at(local - timedelta(days=1), OFFICE_CLOSES)
    return local


def _by_text_message(moment: datetime, unit: Unit | None) -> datetime:
    local = clock.local(moment)
    if local.time() < QUIET_ENDS:
        return _at(local - timedelta(days=1), QUIET_BEGINS)
    return _at(local, QUIET_BEGINS) if local.time() > QUIET_BEGINS else local


def _at(day: datetime, wall: time) -> datetime:
    return datetime.combine(day.date(), wall, clock.HELSINKI)


FITS: dict[str, Callable[[datetime, Unit | None], datetime]] = {
    Channel.POST: _by_post,
    Channel.PHONE: _by_phone,
    Channel.SMS: _by_text_message,
}
