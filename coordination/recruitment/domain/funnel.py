"""The way of applicants from step to step: how many, how long it took, by campaign, channel and year (AN-04, AN-13).

Counted from those who are kept and from the rows that stayed of those erased. A year is the year one came (Helsinki).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from statistics import median

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from coordination.foundation import clock
from coordination.recruitment.models import Applicant, Campaign, Channel, FunnelRow

Status = Applicant.Status
SELECTED = (Status.SELECTED, Status.ADMITTED)
STEPS = {
    "applied": pgettext_lazy("funnel", "Applied"),
    "interviewed": pgettext_lazy("funnel", "Interviewed"),
    "selected": pgettext_lazy("funnel", "Selected"),
    "started": pgettext_lazy("funnel", "Started"),
    "completed": pgettext_lazy("funnel", "Completed"),
}
SPANS = {
    ("applied", "interviewed"): gettext_lazy("From the first word to the interview"),
    ("interviewed", "selected"): gettext_lazy("From the interview to being chosen"),
    ("selected", "started"): gettext_lazy("From being chosen to the start"),
    ("started", "completed"): gettext_lazy("From the start to the end"),
    ("applied", "answered"): gettext_lazy("From the first word to the answer, whatever it was"),
}


@dataclass(frozen=True)
class Way:
    """One who applied: which campaign and channel, the year, and the day of each step reached. Of one erased: months."""

    campaign: int
    channel: str
    days: dict[str, date | None]
    exact: bool

    @property
    def year(self) -> int:
        return self.days["applied"].year

    def reached(self, step: str) -> bool:
        return self.days[step] is not None


@dataclass(frozen=True)
class Line:
    """A group of them: its name, how many reached each step."""

    key: Hashable
    label: str
    counts: dict[str, int]

    @property
    def cells(self) -> list[tuple[str, int, int | None]]:
        """Each step with its name, how many, and how many per cent of the step before it."""
        cells, before = [], None
        for step, label in STEPS.items():
            number = self.counts[step]
            cells.append((str(label), number, round(100 * number / before) if before else None))
            before = number
        return cells

    @property
    def applied(self) -> int:
        return self.counts["applied"]


@dataclass(frozen=True)
class Span:
    """How many days one step took: the middle one of all, and of how many."""

    label: str
    days: int
    count: int


def ways(campaigns: QuerySet[Campaign], year: int | None = None) -> list[Way]:
    """Everybody who applied in them (in the year, if told). Two queries, however many."""
    rows = Applicant.objects.whole().filter(campaign__in=campaigns).order_by()
    fields = ("campaign_id", "came_at", "interviewed_at", "decided_at", "started_on", "completed_on", "status")
    kept = [_kept(*row) for row in rows.values_list(*fields, "channel__kind")]
    months = ("campaign_id", "applied", "interviewed", "selected", "started", "completed", "channel")
    erased = FunnelRow.objects.filter(campaign__in=campaigns).order_by().values_list(*months)
    everybody = kept + [_erased(*row) for row in erased]
    return [way for way in everybody if year is None or way.year == year]


def years(rows: Iterable[Way]) -> list[int]:
    """The newest first."""
    return sorted({way.year for way in rows}, reverse=True)


def total(rows: Iterable[Way]) -> Line:
    return _line("", _("All together"), list(rows))


def by_campaign(rows: Iterable[Way], campaigns: Iterable[Campaign]) -> list[Line]:
    """In the order given; a campaign nobody applied in is left out."""
    return _lines(rows, lambda way: way.campaign, [(row.pk, str(row.names)) for row in campaigns])


def by_channel(rows: Iterable[Way]) -> list[Line]:
    """The way that brought most first; of the same, the one of which more were chosen."""
    names = [*((value, str(label)) for value, label in Channel.Kind.choices), ("", _("not known"))]
    lines = _lines(rows, lambda way: way.channel, names)
    return sorted(lines, key=lambda line: (-line.applied, -line.counts["selected"]))


def by_year(rows: Iterable[Way]) -> list[Line]:
    rows = list(rows)
    return _lines(rows, lambda way: way.year, [(year, str(year)) for year in years(rows)])


def spans(rows: Iterable[Way]) -> list[Span]:
    """The middle number of days from step to step, of those whose days are kept; what nobody has reached is left out."""
    exact = [way for way in rows if way.exact]
    found = []
    for (start, end), label in SPANS.items():
        days = [_between(way, start, end) for way in exact if way.days[start] and way.days[end]]
        if days:
            found.append(Span(str(label), round(median(days)), len(days)))
    return found


def sheet(lines: Iterable[Line], head: str) -> list[list[object]]:
    """The numbers as rows of a spreadsheet, the heads first."""
    return [[head, *map(str, STEPS.values())], *([line.label, *line.counts.values()] for line in lines)]


def _kept(
    campaign: int,
    came: datetime,
    interviewed: datetime | None,
    decided: datetime | None,
    started: date | None,
    completed: date | None,
    status: str,
    channel: str | None,
) -> Way:
    answered = _day(decided)
    days = {"applied": _day(came), "interviewed": _day(interviewed), "started": started, "completed": completed}
    days |= {"selected": answered or days["applied"] if status in SELECTED else None, "answered": answered}
    return Way(campaign, channel or "", days, exact=True)


def _erased(campaign: int, *months_and_channel) -> Way:
    *months, channel = months_and_channel
    return Way(campaign, channel, {**dict(zip(STEPS, months, strict=True)), "answered": None}, exact=False)


def _lines(rows: Iterable[Way], key: Callable[[Way], Hashable], names: Sequence[tuple[Hashable, str]]) -> list[Line]:
    groups: dict[Hashable, list[Way]] = defaultdict(list)
    for way in rows:
        groups[key(way)].append(way)
    return [_line(value, label, groups[value]) for value, label in names if value in groups]


def _line(key: Hashable, label: str, rows: list[Way]) -> Line:
    return Line(key, label, {step: sum(way.reached(step) for way in rows) for step in STEPS})


def _between(way: Way, start: str, end: str) -> int:
    return max(0, (way.days[end] - way.days[start]).days)


def _day(at: datetime | None) -> date | None:
    return clock.local(at).date() if at else None
