"""What an order asks, read once and turned into plain values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from coordination.foundation import clock
from coordination.people.models import Unit
from coordination.records.domain import rule
from experts.domain import contract_check, supervision
from experts.models import BookingRequest, RequestedTime, ServiceArea

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Option:
    """One time of the order with the hours it takes: preparation before, debrief after (aware datetimes)."""

    time: RequestedTime
    starts_at: datetime
    ends_at: datetime

    @property
    def first_day(self) -> date:
        return clock.local(self.starts_at).date()

    @property
    def last_day(self) -> date:
        return clock.local(self.ends_at).date()

    @property
    def day(self) -> date:
        """The day of the meeting itself (Helsinki)."""
        return clock.local(self.time.starts_at).date()

    @property
    def wall(self) -> tuple[time, time]:
        """From and until on a Finnish wall clock; they belong to one day only where `within_a_day`."""
        return clock.local(self.starts_at).time(), clock.local(self.ends_at).time()

    @property
    def within_a_day(self) -> bool:
        return self.first_day == self.last_day

    @property
    def month(self) -> date:
        return self.day.replace(day=1)


@dataclass(frozen=True)
class Need:
    """The order as the matching reads it."""

    order: BookingRequest
    unit: Unit
    options: tuple[Option, ...]
    extra: tuple[Option, ...]
    """The talks, rehearsals and further meetings that go with whichever time is chosen (ET-05)."""
    areas: tuple[ServiceArea, ...]
    wishes: dict[int, int]
    today: date
    now: datetime
    client_choices: frozenset[int] = frozenset()
    contracts: tuple[str, ...] = ()
    """The kinds of contracts without which nobody is asked, by the rules of the unit."""
    missed_limit: int = 2
    """From how many missed supervision or joint times in a row on it is told."""

    @property
    def area_ids(self) -> list[int]:
        return [area.pk for area in self.areas]

    @property
    def languages(self) -> list[str]:
        return list(dict.fromkeys(self.order.languages))

    @property
    def first_day(self) -> date:
        """The earliest day the meeting may be on; today where no time is given."""
        return min((option.day for option in self.options), default=self.today)

    @property
    def last_day(self) -> date:
        """The latest day the meeting may be on; today where no time is given."""
        return max((option.day for option in (*self.options, *self.extra)), default=self.today)

    @property
    def is_heavy(self) -> bool:
        return any(area.heavy for area in self.areas)

    @property
    def is_assignment(self) -> bool:
        """Weeks or months of the same hours: single exceptions of the expert's week are not looked for (PS-01)."""
        return self.order.task_type.is_assignment

    @property
    def extra_months(self) -> list[date]:
        return sorted({each.month for each in self.extra})

    @property
    def options_days(self) -> tuple[date, date]:
        """The first and the last day any time touches. Raises ValueError where no time is given."""
        times = [*self.options, *self.extra]
        return min(each.first_day for each in times), max(each.last_day for each in times)

    @property
    def months(self) -> list[date]:
        return sorted({option.month for option in self.options})

    @property
    def recent_from(self) -> datetime:
        return midnight(self.recent_from_day)

    @property
    def recent_from_day(self) -> date:
        """Work lately: the last ninety days and what is agreed ahead."""
        return self.today - timedelta(days=90)


def read(order: BookingRequest) -> Need:
    """Read the order's times, areas and wishes: three queries, and one for the rules.

    Only the times that can still be had count: the chosen one once a colleague is confirmed for it, else those ahead.
    """
    times, now = sorted(order.times.all(), key=lambda each: (each.option, each.pk)), clock.now()
    mains = [each for each in times if each.kind == RequestedTime.Kind.MAIN]
    mains = [each for each in mains if each.chosen] or [each for each in mains if each.starts_at > now]
    rules = rule.together(order.unit, [*contract_check.RULES, supervision.RULE])
    wishes = list(order.wishes.values_list("expert_id", "rank", "chosen_by_client"))
    return Need(
        order=order,
        unit=order.unit,
        options=tuple(Option(each, *taken(order, each)) for each in mains),
        extra=tuple(
            Option(each, *taken(order, each))
            for each in times
            if each.kind != RequestedTime.Kind.MAIN and each.ends_at > now
        ),
        areas=tuple(order.areas.all()),
        wishes={expert: rank for expert, rank, __ in wishes},
        today=clock.today(),
        now=now,
        client_choices=frozenset(expert for expert, __, by_client in wishes if by_client),
        contracts=contract_check.demanded(order, rules),
        missed_limit=max(1, int(rules[supervision.RULE])),
    )


def taken(order: BookingRequest, at: RequestedTime) -> Span:
    """The hours a time takes from the expert: a meeting with preparation before it and debrief after it.

    A talk or a rehearsal beforehand takes its own hours only.
    """
    if at.kind in {RequestedTime.Kind.PREPARATION, RequestedTime.Kind.REHEARSAL}:
        return at.starts_at, at.ends_at
    return (
        at.starts_at - timedelta(minutes=order.preparation_minutes),
        at.ends_at + timedelta(minutes=order.debrief_minutes),
    )


def midnight(day: date) -> datetime:
    """The instant a day begins in Finland."""
    return datetime.combine(day, time.min, clock.HELSINKI)


def month_after(month: date) -> date:
    return (month + timedelta(days=32)).replace(day=1)
