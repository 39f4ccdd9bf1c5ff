"""The folder on paper: printed by the worker, forgotten after a day."""

from __future__ import annotations

from coordination.records.domain import job
from experts.domain import folder_paper


def make(key: int) -> None:
    """Print the folder of a job."""
    job.carry_out(key, folder_paper.make, job.ANEW)


def sweep() -> int:
    """Every hour: folders printed over a day ago. Returns how many went."""
    return folder_paper.sweep()
