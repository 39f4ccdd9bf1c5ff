"""The worker's part of erasing those known from events alone."""

from __future__ import annotations

from coordination.events.domain import newcomer_forgetting
from coordination.people.actor import Actor
from coordination.records.domain import job


def forget(key: int) -> None:
    """Erase those a job (by its key) is about; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: newcomer_forgetting.go_on(work, Actor.of(work.started_by)), job.ON)


def nightly() -> int:
    """Every night: all who are due. Returns how many were erased."""
    return newcomer_forgetting.run_all()
