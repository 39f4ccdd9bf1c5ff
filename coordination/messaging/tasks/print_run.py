"""The worker's part of a print run."""

from __future__ import annotations

from coordination.foundation.pdf import PdfFailed
from coordination.messaging.domain import print_run
from coordination.records.domain import job


def make(key: int) -> None:
    """Make the PDF of the run that a job (by its key) belongs to; begun again after a worker that vanished."""
    work = job.begin(key)
    if work is None:
        return
    try:
        print_run.make(work.cursor["run"], work)
    except PdfFailed:
        job.fail(work, "pdf")
        raise
    job.finish(work)


def forget() -> int:
    """Every night: the files of runs that ended a fortnight ago. Returns how many."""
    return print_run.forget_old()
