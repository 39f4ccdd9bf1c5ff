"""Was everybody treated alike? How the answers and their reasons fall by age, language and channel (L-45).

Numbers only; a group or a cell under five is not told, nor the one that would give it away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.recruitment.models import Applicant, Campaign, Channel

Status = Applicant.Status
SMALLEST = 5
SELECTED = "selected"
OUTCOMES = {
    SELECTED: (Status.SELECTED, Status.ADMITTED),
    "reserve": (Status.RESERVE,),
    "later": (Status.LATER,),
    "not_chosen": (Status.NOT_CHOSEN,),
    "withdrawn": (Status.WITHDRAWN,),
}
FIELDS = ("status", "reason", "age_band", "person__language", "channel__kind")


@dataclass(frozen=True)
class Line:
    """One group: its name, how many decided; the numbers under the heads, None where one is too small to tell."""

    label: str
    total: int | None
    cells: list[int | None]


@dataclass(frozen=True)
class Table:
    title: str
    heads: list[str]
    lines: list[Line]


def of(campaign: Campaign) -> list[Table]:
    """Answers and reasons by each group, of those whose matter is decided. One query."""
    decided = [state for states in OUTCOMES.values() for state in states]
    rows = list(campaign.applicants.filter(merged_into=None, status__in=decided).order_by().values(*FIELDS))
    if not rows:
        return []
    return [table for title, name, labels in _groups() for table in _tables(rows, title, name, labels)]


def _groups() -> Iterable[tuple[str, str, dict]]:
    ages = {**{value: str(label) for value, label in Applicant.AgeBand.choices}, "": _("not told")}
    languages = {code: _(name) for code, name in settings.LANGUAGES}
    channels = {**{value: str(label) for value, label in Channel.Kind.choices}, None: _("not known")}
    yield pgettext("equality", "By age"), "age_band", ages
    yield pgettext("equality", "By language"), "person__language", languages
    yield pgettext("equality", "By the way they heard of it"), "channel__kind", channels


def _tables(rows: list[dict], title: str, name: str, labels: dict) -> Iterable[Table]:
    answers = {key: _outcome_name(key) for key in OUTCOMES}
    reasons = {value: str(label) for value, label in Applicant.Reason.choices}
    outcome_of = {state: key for key, states in OUTCOMES.items() for state in states}
    turned = [row for row in rows if row["status"] == Status.NOT_CHOSEN]
    yield _table(
        _("%(title)s: answers") % {"title": title},
        answers,
        labels,
        [(row[name], outcome_of[row["status"]]) for row in rows],
    )
    yield _table(
        _("%(title)s: reasons why not") % {"title": title},
        reasons,
        labels,
        [(row[name], row["reason"]) for row in turned],
    )


def _table(title: str, heads: dict, labels: dict, pairs: list[tuple]) -> Table:
    many = Counter(pairs)
    used = [key for key in heads if any(many[group, key] for group in labels)]
    lines = [
        _line(str(label), [many[group, key] for key in used])
        for group, label in labels.items()
        if any(many[group, key] for key in used)
    ]
    return Table(title, [str(heads[key]) for key in used], lines)


def _line(label: str, numbers: list[int]) -> Line:
    total = sum(numbers)
    if total < SMALLEST:
        return Line(label, None, [None] * len(numbers))
    hidden = {place for place, number in enumerate(numbers) if number < SMALLEST}
    rest = sum(numbers[place] for place in hidden)
    # Where the total would give the hidden ones away, the smallest that is told is left out too.
    if hidden and rest < SMALLEST and len(hidden) < len(numbers):
        hidden.add(min((place for place in range(len(numbers)) if place not in hidden), key=lambda at: numbers[at]))
    return Line(label, total, [None if place in hidden else number for place, number in enumerate(numbers)])


def _outcome_name(key: str) -> str:
    return {
        SELECTED: pgettext("equality", "chosen"),
        "reserve": pgettext("equality", "in reserve"),
        "later": pgettext("equality", "later"),
        "not_chosen": pgettext("equality", "not chosen"),
        "withdrawn": pgettext("equality", "withdrew"),
    }[key]
