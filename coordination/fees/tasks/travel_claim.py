"""Travel claims whose time is over."""

from __future__ import annotations

from coordination.fees.domain import claim_forgetting


def forget() -> int:
    """Every night: receipts and words that nobody needs any more. Returns of how many claims."""
    return claim_forgetting.run()
