"""The worker's part of a payment batch."""

from __future__ import annotations

from coordination.fees.domain import batch_file
from coordination.fees.models import PaymentBatch
from coordination.records.domain import job


def make(key: int) -> None:
    """Make the files of the batch a job (by its key) belongs to; begun again after a worker that vanished."""
    work = job.begin(key)
    if work is None:
        return
    batch_file.make(PaymentBatch.objects.get(pk=work.cursor["batch"]))
    job.finish(work)


def go_on() -> int:
    """Every hour: files of closed batches that three workers did not live to make. Returns how many are begun anew."""
    return batch_file.go_on()
