"""How a council has been heard, in figures: the management's promise against the real days (CC-05)."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median

from coordination.records.domain import rule
from councils.models import Council, Forwarding, Statement


@dataclass
class Group:
    """Those it was taken to under one title: how many, how many answered, how fast, how many are silent."""

    title: str
    asked: int = 0
    silent: int = 0
    days: list[int] = field(default_factory=list)

    @property
    def answered(self) -> int:
        return len(self.days)

    @property
    def middle(self) -> int | None:
        """The middle one of the days to an answer, rounded."""
        return round(median(self.days)) if self.days else None


@dataclass
class Figures:
    """Counts of a council's ideas and statements, drafts left out, and the days of their answers."""

    taken: int
    answered: int
    in_use: int
    closed: int
    waiting: int
    silent: int
    promised_days: int
    in_time: int
    late: int
    groups: list[Group]
    days: list[int]

    @property
    def middle(self) -> int | None:
        return round(median(self.days)) if self.days else None

    @property
    def slowest(self) -> int:
        return max((group.middle or 0 for group in self.groups), default=0)


def of(council: Council) -> Figures:
    """The figures of a council, from its first statement to today."""
    rows = list(Statement.objects.filter(council=council).exclude(status=Statement.Status.DRAFT).with_ways())
    stands = [row.stands for row in rows]
    ways = [way for row in rows for way in row.ways]
    answered = [way for way in ways if way.answer]
    with_promise = [way for way in answered if way.promised_on]
    in_time = sum(way.answered_on <= way.promised_on for way in with_promise)
    return Figures(
        taken=len(rows),
        answered=sum(bool(row.answers) for row in rows),
        in_use=stands.count("in_use"),
        closed=stands.count("closed"),
        waiting=stands.count("waiting"),
        silent=stands.count("silent"),
        promised_days=rule.on(council.unit, "council.statement_days"),
        in_time=in_time,
        late=len(with_promise) - in_time,
        groups=_groups(ways),
        days=[way.days for way in answered],
    )


def _groups(ways: list[Forwarding]) -> list[Group]:
    """By the title as it is shown, those asked most first."""
    found: dict[str, Group] = {}
    for way in ways:
        group = found.setdefault(way.recipient_title.lower(), Group(way.recipient_title))
        group.asked += 1
        group.silent += way.status == Forwarding.Status.SILENT
        if way.answer:
            group.days.append(way.days)
    return sorted(found.values(), key=lambda group: (-group.asked, group.title))
