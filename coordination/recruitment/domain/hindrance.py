"""What stands in the way of choosing somebody: no interview, a no, criteria not met, the organisation's own rules (CC-10, EX-10, L-45).

For many at once, in a constant number of queries; never enforced by a screen alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coordination.people.models import Role
from coordination.records.domain import rule
from coordination.recruitment.models import Applicant, Campaign, Interview, Summary

Choice, Outcome = Applicant.Choice, Summary.Outcome
CRITERIA = ("recovered_on", "reflects_on", "cooperates_on")
EMPLOYED = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)
RULES = ("recruitment.no_employees", "recruitment.no_body_members")


@dataclass(frozen=True)
class Hindrance:
    """Why somebody cannot be chosen; `also_reserve`: nor kept in reserve."""

    code: str
    words: Promise
    also_reserve: bool = True

    def stops(self, choice: str) -> bool:
        return choice == Choice.SELECT or (choice == Choice.RESERVE and self.also_reserve)


@dataclass(frozen=True)
class Facts:
    """What is asked of one applicant: the joint summary, who employs, and the organisation's rules."""

    row: Applicant
    summary: Summary | None
    is_employee: bool
    rules: dict[str, bool]

    @property
    def is_expert(self) -> bool:
        return self.row.campaign.kind == Campaign.Kind.EXPERTS


def _unmet(facts: Facts) -> bool:
    return facts.is_expert and not all(getattr(facts.summary, name) for name in CRITERIA)


# In this order: the first that holds is told.
CHECKS: tuple[tuple[Callable[[Facts], bool], Hindrance], ...] = (
    (
        lambda it: it.summary is None,
        Hindrance(
            "not_interviewed", _("There is no interview with its summary yet, and nobody is chosen without one.")
        ),
    ),
    (
        lambda it: it.is_employee and it.rules["recruitment.no_employees"],
        Hindrance("employee", _("Employees of the organisation cannot be chosen.")),
    ),
    (
        lambda it: it.row.is_in_body and it.rules["recruitment.no_body_members"],
        Hindrance("in_body", _("Members of the organisation's statutory bodies cannot be chosen.")),
    ),
    (
        lambda it: it.summary.outcome == Outcome.NO,
        Hindrance("outcome_no", _("The interviewers came to “no” together.")),
    ),
    (
        lambda it: it.summary.outcome == Outcome.LATER,
        Hindrance(
            "outcome_later",
            _("The interviewers came to “later” together. Choose later, and talk again when it is time."),
            also_reserve=False,
        ),
    ),
    (
        _unmet,
        Hindrance("criteria", _("The three criteria are not met yet. Talk again before choosing."), also_reserve=False),
    ),
)


def of(campaign: Campaign, rows: Iterable[Applicant]) -> dict[int, Hindrance]:
    """By the key of each row that has one. Three queries, however many rows. `row.campaign` is set to the campaign."""
    rows = list(rows)
    known = summaries(row.pk for row in rows)
    employed = _employed(rows)
    rules = rule.together(campaign.unit, RULES)
    found = {}
    for row in rows:
        row.campaign = campaign
        facts = Facts(row, known.get(row.pk), row.is_employee or row.person_id in employed, rules)
        first = next((hindrance for holds, hindrance in CHECKS if holds(facts)), None)
        if first:
            found[row.pk] = first
    return found


def summaries(keys: Iterable[int]) -> dict[int, Summary]:
    """The latest joint summary of each applicant, by the applicant's key. One query."""
    rows = Summary.objects.filter(interview__applicant__in=list(keys), interview__status=Interview.Status.HELD)
    ordered = rows.select_related("interview").order_by("closed_at", "pk")
    return {row.interview.applicant_id: row for row in ordered}


def _employed(rows: list[Applicant]) -> set[int]:
    roles = Role.objects.open().filter(kind__in=EMPLOYED, person__in=[row.person_id for row in rows])
    return set(roles.values_list("person", flat=True))
