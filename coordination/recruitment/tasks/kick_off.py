"""The worker's part of inviting everybody to a kick-off."""

from __future__ import annotations

from coordination.records.domain import job
from coordination.recruitment.domain import kick_off


def invite(key: int) -> None:
    """Invite those the job (by its key) is about."""
    job.carry_out(key, lambda work: kick_off.run(work.cursor["campaign"], work), job.ON)
