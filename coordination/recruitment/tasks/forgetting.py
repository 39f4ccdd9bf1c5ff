"""The worker's part of erasing."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.records.domain import job
from coordination.recruitment.domain import forgetting


def run(key: int) -> None:
    """Erase those a job (by its key) is about; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: forgetting.go_on(work, Actor.of(work.started_by)), job.ON)


def nightly() -> int:
    """Every night: all that is due in every campaign. Returns how many were erased."""
    return forgetting.run_all()
