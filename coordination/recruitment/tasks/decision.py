"""The worker's part of settling a selection."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.records.domain import job
from coordination.recruitment.domain import decision


def settle(key: int) -> None:
    """Settle the drafts of a job (by its key), one after another; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: decision.go_on(work, Actor.of(work.started_by)), job.ON)
