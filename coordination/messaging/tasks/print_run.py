"""The worker's part of a print run."""

from __future__ import annotations

from coordination.messaging.domain import print_run
from coordination.records.domain import job


def make(key: int) -> None:
    """Make the PDF of the run that a job (by its key) belongs to; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: print_run.make(work.cursor["run"], work), job.ANEW)


def forget() -> int:
    """Every night: the files of runs that ended a fortnight ago. Returns how many."""
    return print_run.forget_old()
