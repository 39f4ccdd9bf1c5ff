"""The worker's part of telling many applicants where things stand."""

from __future__ import annotations

from coordination.records.domain import job
from coordination.recruitment.domain import waiting


def tell(key: int) -> None:
    """Tell those the job (by its key) is about."""
    job.carry_out(key, waiting.run, job.ON)
