"""A list on its way in: the worker checks it, and stores it once the coordinator has looked."""

from __future__ import annotations

from coordination.records.domain import job
from experts.domain.expert_import import process


def check(key: int) -> None:
    """Check the list of a job. A list that cannot be read is told on its page, so the job itself is done."""
    job.carry_out(key, lambda work: process.run_check(work.cursor["import"], work), job.ANEW)


def store(key: int) -> None:
    """Store the list of a job in one transaction."""
    job.carry_out(key, lambda work: process.run_store(work.cursor["import"]), job.ANEW)


def sweep() -> int:
    """Every night: files of lists begun over a week ago. Returns how many lists."""
    return process.sweep()
