"""On the mornings of working days: what waits for approval."""

from __future__ import annotations

from coordination.fees.domain import approval_digest
from coordination.records.domain import sweep


def tell() -> int:
    """One message to each approver for whom something waits. Returns how many."""
    return sweep.each(approval_digest.people(), approval_digest.tell)
