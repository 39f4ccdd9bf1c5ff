"""How a CV stands and whose turn it is: one answer for the expert's page, the coordinator's list and the to-do lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coordination.foundation import clock
from coordination.records.domain import rule
from experts.models import CV, CVRevision, Expert

Status = CVRevision.Status


@dataclass(frozen=True)
class CVState:
    """One language. `step` is what comes next: write, continue, mend, wait, confirm or nothing ("")."""

    cv: CV
    approved: CVRevision | None
    draft: CVRevision | None
    submitted: CVRevision | None
    returned: CVRevision | None
    due_on: date | None

    @property
    def language(self) -> str:
        return self.cv.language

    @property
    def shown(self) -> CVRevision | None:
        """The text the expert works with: the newest that is not past."""
        return self.draft or self.returned or self.submitted or self.approved

    @property
    def is_due(self) -> bool:
        return self.due_on is not None and self.due_on <= clock.today()

    @property
    def step(self) -> str:
        if self.draft:
            return "continue"
        if self.returned:
            return "mend"
        if self.submitted:
            return "wait"
        if self.approved:
            return "confirm" if self.is_due else ""
        return "write"


def of(expert: Expert) -> list[CVState]:
    """Every language of the expert's CV, the language of the expert's messages first."""
    cvs = CV.objects.filter(expert=expert).prefetch_related("revisions")
    months = rule.on(expert.unit, "cv.confirm_months")
    states = [state(cv, cv.revisions.all(), months) for cv in cvs]
    return sorted(states, key=lambda item: (item.language != expert.person.language, item.language))


def state(cv: CV, revisions: Iterable[CVRevision], months: int) -> CVState:
    """How one CV stands. `months` is how long an approved text holds before it is to be confirmed again (CM-12)."""
    newest_first = sorted(revisions, key=lambda row: -row.number)
    by_status = {row.status: row for row in reversed(newest_first)}
    approved = by_status.get(Status.APPROVED)
    newest = newest_first[0] if newest_first else None
    due_on = months_after(cv.confirmed_on, months) if approved and cv.confirmed_on else None
    return CVState(
        cv=cv,
        approved=approved,
        draft=by_status.get(Status.DRAFT),
        submitted=by_status.get(Status.SUBMITTED),
        returned=newest if newest and newest.status == Status.RETURNED else None,
        due_on=due_on,
    )


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
