"""What carries an expert, told on one page: trainings, supervision and joint meetings, contracts."""

from __future__ import annotations

from dataclasses import dataclass

from coordination.events.models import Event, Registration
from coordination.foundation import clock
from experts.models import Contract, ContractKind, Expert, Training

from . import supervision
from .training_words import extent

SHOWN = 12


@dataclass(frozen=True)
class Paper:
    """How one kind of contract stands: the one in force, the one that waits, both or neither."""

    kind: ContractKind
    held: Contract | None
    waiting: Contract | None


def trainings(expert: Expert) -> list[tuple[Training, str]]:
    """Newest first, each with its length in words."""
    rows = expert.trainings.select_related("group").order_by("-completed_year", "-pk")
    return [(row, extent(row)) for row in rows]


def times(expert: Expert) -> list[Registration]:
    """Supervision, joint meetings and sessions of trainings, the latest first."""
    kinds = (*supervision.KINDS, Event.Kind.TRAINING)
    rows = Registration.objects.filter(person=expert.person_id, event__kind__in=kinds)
    rows = rows.exclude(event__status__in=[Event.Status.CANCELLED, Event.Status.DRAFT])
    return list(rows.select_related("event").order_by("-event__starts_at")[:SHOWN])


def papers(expert: Expert) -> list[Paper]:
    """Each kind of contract, in one query."""
    rows = list(Contract.objects.filter(expert=expert, ended_on=None).select_related("template", "noted_by"))
    today = clock.today()
    found = []
    for kind in ContractKind:
        mine = [row for row in rows if row.kind == kind]
        good = [row for row in mine if row.signed_on and (row.valid_until is None or row.valid_until >= today)]
        waiting = [row for row in mine if row.signed_on is None]
        found.append(Paper(kind, next(iter(good), None), next(iter(waiting), None)))
    return found


def past_papers(expert: Expert) -> list[Contract]:
    """Those signed that have ended or run out, newest first."""
    rows = Contract.objects.filter(expert=expert, signed_on__isnull=False).select_related("template")
    today = clock.today()
    return [row for row in rows if row.ended_on or (row.valid_until and row.valid_until < today)]
