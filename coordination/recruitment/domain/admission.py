"""On what ground somebody is admitted: an interview held here, or one from before interviews were kept here (CC-10, EX-08).

The wings admit; each row of theirs carries what `grounds` gives. An admission by an interview moves the applicant along
in the same transaction, so that nobody is admitted twice by one interview or counted as still waiting.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from coordination.recruitment.models import Applicant, Summary
from coordination.recruitment.permissions.applicant import refuse_oneself

LONGEST = 200


@dataclass(frozen=True)
class Before:
    """An admission from before interviews were kept here: on which day (Helsinki date), and who interviewed or decided."""

    on: date
    by_whom: str


Grounds = Before | Summary


@transaction.atomic
def grounds(person: Person, by: Actor, admitted: Grounds) -> dict[str, object]:
    """The columns of a row that admits the person: `interview`, or `admitted_before` with its day.

    Raises `Refused`: another's interview, an outcome of no, an applicant who has not been chosen; of the older kind an
    empty word, a day to come, an identity code.
    """
    if isinstance(admitted, Before):
        return _from_before(admitted)
    applicant = workflow.locked(admitted.interview.applicant)
    refuse_oneself(by, [applicant])
    if applicant.person_id != person.pk:
        raise Refused(_("This interview was somebody else's. Open the list of the chosen again."), code="other")
    if admitted.outcome == Summary.Outcome.NO or applicant.status != Applicant.Status.SELECTED:
        raise Refused(
            _("Only one who has been interviewed and chosen can be admitted. Make the choice first."), code="not_chosen"
        )
    workflow.move(applicant, Applicant.Status.ADMITTED, by, admitted_at=clock.now())
    _let_in(person, by)
    return {"interview": admitted, "admitted_before": "", "admitted_before_on": None}


def _from_before(told: Before) -> dict[str, object]:
    identity_code.refuse(told.by_whom, field="admitted_before")
    words = " ".join(told.by_whom.split())
    if not words:
        raise Refused(_("Tell who interviewed or decided."), field="admitted_before", code="admission")
    if told.on > clock.today():
        raise Refused(_("Write the day of the interview: today or earlier."), field="admitted_before_on", code="future")
    return {"interview": None, "admitted_before": words[:LONGEST], "admitted_before_on": told.on}


def _let_in(person: Person, by: Actor) -> None:
    """Known from the application alone until now; from now on one of the organisation's people."""
    if person.is_unconfirmed:
        person.is_unconfirmed = False
        person.save(update_fields=["is_unconfirmed"])
        audit.log(person, "kuuluviin.changed", by, {"confirmed": True})


@transaction.atomic
def mark_started(summary: Summary | None, on: date, by: Actor) -> None:
    """The admitted began on a day (Helsinki date): for the funnel (AN-04). Without an interview there is nothing to mark."""
    _mark(summary, by, started_on=on)


@transaction.atomic
def mark_completed(summary: Summary | None, on: date, by: Actor) -> None:
    """The admitted went through what they were chosen for: the training, the term, the group (AN-04)."""
    _mark(summary, by, completed_on=on)


def _mark(summary: Summary | None, by: Actor, **facts: date) -> None:
    if summary is None:
        return
    current = workflow.locked(summary.interview.applicant)
    fresh = {name: day for name, day in facts.items() if getattr(current, name) is None}
    if not fresh:
        return
    for name, day in fresh.items():
        setattr(current, name, day)
    current.save(update_fields=[*fresh])
    audit.log(current, "kuuluviin.changed", by, {"fields": sorted(fresh)})
