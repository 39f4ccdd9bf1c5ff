"""What a cancellation or an absence brings: a pure answer from tables, the moment of the meeting and the moment of telling.

Section 2.7: the defaults hold wherever no branch upwards has written a table of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

from coordination.fees.models import Consequence
from coordination.foundation import clock, working_day
from coordination.foundation.formats import euros_half_up
from coordination.people.models import Unit

Event, Measure = Consequence.Event, Consequence.Measure
DAY = timedelta(days=1)
NOTHING, HALF, WHOLE = Decimal(0), Decimal("0.5"), Decimal(1)


@dataclass(frozen=True)
class Line:
    """One line of a table: `share` of the fee (0–1) and whether real costs are paid, when told so early.

    `notice` 0 holds for whatever no earlier line reaches.
    """

    share: Decimal
    costs: bool
    notice: int = 0
    measure: str = Measure.HOURS

    def deadline(self, starts_at: datetime) -> datetime | None:
        """The moment (aware) by which it must be told; None where no notice is asked.

        Hours are elapsed hours, whatever the clocks do. Working days are whole ones before the day of the meeting on
        the Finnish calendar: told on the last of them, at any hour, is early enough.
        """
        if not self.notice:
            return None
        if self.measure == Measure.HOURS:
            return starts_at.astimezone(UTC) - timedelta(hours=self.notice)
        last = working_day.before(clock.local(starts_at).date(), self.notice)
        return datetime.combine(last + DAY, time(0), clock.HELSINKI) - timedelta(microseconds=1)

    def is_met(self, starts_at: datetime, at: datetime) -> bool:
        deadline = self.deadline(starts_at)
        return deadline is None or at <= deadline


@dataclass(frozen=True)
class Share:
    """What is due: `share` of the fee (0–1), real costs or not, and the line it comes from."""

    share: Decimal
    costs: bool
    line: Line

    def of(self, amount: Decimal) -> Decimal:
        """So many euros of a fee, rounded half up."""
        return euros_half_up(amount * self.share)


_ORDERER = (Line(NOTHING, False, 5, Measure.WORKING_DAYS), Line(HALF, True, 24), Line(WHOLE, True))
DEFAULTS: dict[str, tuple[Line, ...]] = {
    Event.CANCELLED_BY_ORDERER: _ORDERER,
    Event.PERMISSION_WITHDRAWN: _ORDERER,
    Event.CANCELLED_BY_EXPERT: (Line(NOTHING, False),),
    Event.EXPERT_ABSENT: (Line(NOTHING, False),),
    Event.ORDERER_ABSENT: (Line(WHOLE, True),),
    Event.CLIENT_ABSENT: (Line(WHOLE, True),),
}
# A branch that says nothing of the client's permission means its orderer's cancellation.
AS = {Event.PERMISSION_WITHDRAWN: Event.CANCELLED_BY_ORDERER}


def share_of(unit: Unit, event: str, starts_at: datetime, at: datetime) -> Share:
    """What is due when `event` is told at `at` of a meeting that begins at `starts_at` (both aware), by the table of that day."""
    return decide(table_for(unit, event, clock.local(at).date()), starts_at, at)


def decide(table: Iterable[Line], starts_at: datetime, at: datetime) -> Share:
    """The mildest of the lines whose notice is met: telling earlier never costs more.

    Raises `ValueError` for a table without a line for the rest (notice 0).
    """
    met = [line for line in table if line.is_met(starts_at, at)]
    line = min(met, key=lambda each: (each.share, each.costs))
    return Share(line.share, line.costs, line)


def table_for(unit: Unit, event: str, day: date | None = None) -> tuple[Line, ...]:
    """The table in force for a unit on a day (Helsinki date, default today): the nearest branch's, else the default."""
    rows = Consequence.objects.in_force(day).filter(event__in=[event, AS.get(event, event)])
    standing = list(rows.filter(unit__path__in=unit.paths_up()).select_related("unit"))
    own = [row for row in standing if row.event == event] or standing
    if not own:
        return DEFAULTS[event]
    nearest = max(row.unit.depth for row in own)
    return in_order(_line(row) for row in own if row.unit.depth == nearest)


def in_order(lines: Iterable[Line]) -> tuple[Line, ...]:
    """The mildest first, what holds for the rest last."""
    return tuple(sorted(lines, key=lambda line: (line.notice == 0, line.share, line.costs)))


def _line(row: Consequence) -> Line:
    return Line(row.share, row.costs, row.notice, row.measure)
