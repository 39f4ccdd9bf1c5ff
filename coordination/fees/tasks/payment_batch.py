"""The worker's part of a payment batch."""

from __future__ import annotations

from coordination.fees.domain import batch_file
from coordination.fees.models import PaymentBatch
from coordination.records.domain import job


def make(key: int) -> None:
    """Make the files of the batch a job (by its key) belongs to; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: batch_file.make(PaymentBatch.objects.get(pk=work.cursor["batch"])), job.ANEW)


def go_on() -> int:
    """Every hour: files of closed batches whose worker stumbled, or vanished three times. Returns how many are begun anew."""
    return batch_file.go_on()
