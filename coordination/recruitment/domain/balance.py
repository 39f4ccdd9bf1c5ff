"""How the chosen of this moment look beside all who applied: age, area, services, first time, language (CC-10, AN-04).

Numbers only. One query, however many applied.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.recruitment.models import Applicant, Campaign, Service

Status, Choice = Applicant.Status, Applicant.Choice
CHOSEN = (Status.SELECTED, Status.ADMITTED)
MOST_AREAS = 8
FIELDS = ("status", "choice", "age_band", "area", "services", "is_first_timer", "person__language")


@dataclass(frozen=True)
class Line:
    """One group of people: how many applied, how many of the chosen."""

    label: str
    applied: int
    chosen: int
    of_applied: int
    of_chosen: int

    @property
    def share_applied(self) -> int:
        """Of those who told, per cent."""
        return round(100 * self.applied / self.of_applied) if self.of_applied else 0

    @property
    def share_chosen(self) -> int:
        return round(100 * self.chosen / self.of_chosen) if self.of_chosen else 0


@dataclass(frozen=True)
class Part:
    """One way to look: its name and its lines. Who did not tell counts in none."""

    title: str
    lines: list[Line]


@dataclass(frozen=True)
class Balance:
    applied: int
    chosen: int
    seats: int
    parts: list[Part]
    by_choice: dict[str, int]
    """How many drafts of each kind wait to be settled."""
    undecided: int
    """Interviewed, and neither chosen nor answered."""

    @property
    def over(self) -> int:
        return max(0, self.chosen - self.seats)

    @property
    def free(self) -> int:
        return max(0, self.seats - self.chosen)

    @property
    def drafts(self) -> int:
        return sum(self.by_choice.values())


def of(campaign: Campaign) -> Balance:
    """Chosen are those meant to be, and those who are: the draft counts as if it were settled."""
    rows = list(campaign.applicants.filter(merged_into=None).order_by().values(*FIELDS))
    chosen = [row for row in rows if is_chosen(row["status"], row["choice"])]
    return Balance(
        applied=len(rows),
        chosen=len(chosen),
        seats=campaign.seats,
        parts=[part for part in _parts(rows, chosen) if part.lines],
        by_choice=dict(Counter(row["choice"] for row in rows if row["choice"])),
        undecided=sum(row["status"] == Status.INTERVIEWED and not row["choice"] for row in rows),
    )


def is_chosen(status: str, choice: str) -> bool:
    return choice == Choice.SELECT or (status in CHOSEN and not choice)


def _parts(rows: list[dict], chosen: list[dict]) -> Iterable[Part]:
    ages = {value: str(label) for value, label in Applicant.AgeBand.choices}
    areas = Counter(row["area"] for row in rows if row["area"])
    named = {area: area for area, __ in areas.most_common(MOST_AREAS)}
    first = {True: _("for the first time"), False: _("has taken part before")}
    languages = {code: _(name) for code, name in settings.LANGUAGES}
    services = {value: str(label) for value, label in Service.choices}
    yield _part(pgettext("balance", "Age"), ages, rows, chosen, "age_band")
    yield _part(pgettext("balance", "Where they live"), named, rows, chosen, "area")
    yield _part(pgettext("balance", "Takes part"), first, rows, chosen, "is_first_timer")
    yield _part(pgettext("balance", "Language"), languages, rows, chosen, "person__language")
    yield _part(pgettext("balance", "Services they know"), services, rows, chosen, "services")


def _part(title: str, labels: dict, rows: list[dict], chosen: list[dict], name: str) -> Part:
    """The lines nobody applied in are left out; a service of one's own counts once for each."""
    applied, taken = _counted(rows, name), _counted(chosen, name)
    told, told_chosen = _told(rows, name), _told(chosen, name)
    lines = [Line(label, applied[key], taken[key], told, told_chosen) for key, label in labels.items() if applied[key]]
    return Part(title, lines)


def _counted(rows: list[dict], name: str) -> Counter:
    if name == "services":
        return Counter(code for row in rows for code in set(row[name] or []))
    return Counter(row[name] for row in rows)


def _told(rows: list[dict], name: str) -> int:
    return sum(row[name] not in ("", None, []) for row in rows)
