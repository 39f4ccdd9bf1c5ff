"""When the expert usually can: the ordinary week, single days that differ, days away."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from itertools import pairwise

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked
from experts.models import Availability, AwayPeriod, Expert, SpecialDay
from experts.permissions import expert as permissions


@dataclass(frozen=True)
class Stretch:
    """A part of the ordinary week. `weekday`: Monday is 0. Times are Helsinki wall time."""

    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True)
class Special:
    """A day that differs: can, or cannot, in these hours (Helsinki wall time)."""

    day: date
    starts: time
    ends: time
    available: bool = True


@dataclass(frozen=True)
class Away:
    """First and last day away, both included."""

    starts_on: date
    ends_on: date


@transaction.atomic
def keep(
    expert: Expert,
    by: Actor,
    *,
    week: Iterable[Stretch] | None = None,
    special: Iterable[Special] | None = None,
    away: Iterable[Away] | None = None,
) -> Expert:
    """Replace what is told and leave the rest. Raises `Refused` where an end is before its start or stretches overlap."""
    if not permissions.may_keep(by, expert):
        raise Refused(_("Only the expert and the coordinator of the unit can change the times."), code="not_yours")
    current = locked(expert)
    told = {"week": week, "special": special, "away": away}
    if week is not None:
        _replace(Availability, current, _checked_week(list(week)))
    if special is not None:
        _replace(SpecialDay, current, _checked(list(special), "starts", "ends"))
    if away is not None:
        _replace(AwayPeriod, current, _checked_away(list(away)))
    parts = [name for name, rows in told.items() if rows is not None]
    if parts:
        audit.log(expert, "kuuluviin.changed", permissions.on_behalf(by, expert), {"fields": parts})
    return expert


def _checked_week(rows: list[Stretch]) -> list[Stretch]:
    _checked(rows, "starts", "ends")
    ordered = sorted(set(rows), key=lambda row: (row.weekday, row.starts))
    for earlier, later in pairwise(ordered):
        if earlier.weekday == later.weekday and later.starts < earlier.ends:
            raise Refused(_("Two times of the same day overlap. Join them into one."), code="overlap")
    return ordered


def _checked(rows: list, start: str, end: str) -> list:
    if any(getattr(row, end) <= getattr(row, start) for row in rows):
        raise Refused(_("The end must be after the start."), code="order")
    return rows


def _checked_away(rows: list[Away]) -> list[Away]:
    if any(row.ends_on < row.starts_on for row in rows):
        raise Refused(_("The last day away cannot be before the first."), code="order")
    return rows


def _replace(model: type, expert: Expert, rows: list) -> None:
    model.objects.filter(expert=expert).delete()
    model.objects.bulk_create(model(expert=expert, **vars(row)) for row in rows)
