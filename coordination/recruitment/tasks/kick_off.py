"""The worker's part of inviting everybody to a kick-off."""

from __future__ import annotations

from coordination.records.domain import job
from coordination.recruitment.domain import kick_off


def invite(key: int) -> None:
    """Invite those the job (by its key) is about."""
    work = job.begin(key)
    if work is None:
        return
    kick_off.run(work.cursor["campaign"], work)
    job.finish(work)
