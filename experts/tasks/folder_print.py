"""The folder on paper: printed by the worker, forgotten after a day."""

from __future__ import annotations

from coordination.records.domain import job
from experts.domain import folder_paper


def make(key: int) -> None:
    """Print the folder of a job."""
    work = job.begin(key)
    if work is None:
        return
    try:
        made = folder_paper.make(work)
    except Exception:
        job.fail(work, "print")
        raise
    job.finish(work, made)


def sweep() -> int:
    """Every hour: folders printed over a day ago. Returns how many went."""
    return folder_paper.sweep()
