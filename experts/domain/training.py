"""One expert's training: in a group of ours or elsewhere before; completed, interrupted, gone on with (EX-09)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow, written
from coordination.recruitment.domain import admission
from experts.mails import support as mails
from experts.models import Expert, Mark, Training
from experts.permissions import expert as permissions

Status = Training.Status
FACTS = ("name", "provider", "hours", "credits", "marks", "completed_year")
EARLIEST = 1980


@transaction.atomic
def write_down(
    expert: Expert, by: Actor, *, name: str, provider: str, completed_year: int, **facts: object
) -> Training:
    """A training from elsewhere or from before: no certificate of ours, and no other file, is kept of it.

    Raises `Refused`: a stranger, an empty name or provider, a year to come.
    """
    _require(by, expert)
    given = written.sound(
        Training, {"name": name, "provider": provider, "completed_year": completed_year, **facts}, FACTS
    )
    for field in ("name", "provider"):
        if not given[field]:
            raise Refused(_("Write the name of the training and who arranged it."), field=field, code="empty")
    if not EARLIEST <= given["completed_year"] <= clock.today().year:
        raise Refused(_("Write a year that has been."), field="completed_year", code="year")
    if not set(given.get("marks") or []) <= set(Mark.values):
        raise Refused(_("Choose what the training held from the list."), field="marks", code="unknown")
    current = workflow.locked(expert)
    made = Training.objects.create(expert=current, status=Status.COMPLETED, **given)
    _fill_year(current, given["completed_year"])
    audit.log(current, "kuuluviin.changed", by, {"training": made.pk})
    expert.training_year = current.training_year
    return made


@transaction.atomic
def complete(trainings: Iterable[Training], by: Actor, *, on: date) -> list[Training]:
    """Completed on a day (Helsinki date), one or many at once: the certificate waits, and each is told.

    The expert stays in training: making them active is the coordinator's own press. The funnel learns of it (AN-04).
    Raises `Refused`: a stranger, a day to come, one that is not going on.
    """
    if on > clock.today():
        raise Refused(_("Write the day when it was completed: today or earlier."), field="on", code="future")
    return [_completed(row, by, on) for row in _ordered(trainings)]


@transaction.atomic
def interrupt(training: Training, by: Actor) -> Training:
    """Not completed, or not now. No reason is asked, and it may be gone on with."""
    _require(by, training.expert)
    return workflow.move(training, Status.INTERRUPTED, by)


@transaction.atomic
def go_on(training: Training, by: Actor) -> Training:
    _require(by, training.expert)
    return workflow.move(training, Status.GOING_ON, by)


def _ordered(trainings: Iterable[Training]) -> list[Training]:
    return sorted(trainings, key=lambda row: (row.expert_id, row.pk))


def _completed(training: Training, by: Actor, on: date) -> Training:
    expert = workflow.locked(training.expert, "interview__interview", "person", "unit")
    _require(by, expert)
    if training.started_on and on < training.started_on:
        raise Refused(_("The training began after that day."), field="on", code="early")
    number = f"K{on.year}-{training.pk}"
    workflow.move(training, Status.COMPLETED, by, completed_on=on, completed_year=on.year, certificate_number=number)
    _fill_year(expert, on.year)
    admission.mark_completed(expert.interview, on, by)
    mails.completed(training)
    return training


def _fill_year(expert: Expert, year: int) -> None:
    """The year the folder tells: of the newest training."""
    if expert.training_year is None or expert.training_year < year:
        expert.training_year = year
        expert.save(update_fields=["training_year"])


def _require(by: Actor, expert: Expert) -> None:
    if not (by.is_house or permissions.may_approve(by, expert)):
        raise Refused(_("Another coordinator of the unit writes down trainings."), code="stranger")
