"""The worker's part of the reserve: asking those whose agreed day is near."""

from __future__ import annotations

from coordination.recruitment.domain import keeping


def ask() -> int:
    """Every morning: who has not been asked yet. Returns how many were."""
    return keeping.ask_due()
