"""The worker's part of a file of the ledger."""

from __future__ import annotations

from coordination.fees.domain import ledger_export
from coordination.fees.models import LedgerExport
from coordination.records.domain import job
from coordination.records.models import Job, StoredFile


def make(key: int) -> None:
    """Write the file a job (by its key) belongs to; begun anew after a worker that vanished."""
    job.carry_out(key, _make, job.ANEW)


def forget() -> int:
    """Every night: files older than a week. Returns how many."""
    return ledger_export.forget_old()


def _make(work: Job) -> StoredFile:
    asked = LedgerExport.objects.select_related("user").get(pk=work.cursor["export"])
    return ledger_export.make(asked, work)
