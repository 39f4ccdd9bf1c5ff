"""Every few minutes: questions about another time that nobody answered in time."""

from __future__ import annotations

from experts.domain import time_change


def expire() -> int:
    """Close overdue questions. Returns how many."""
    return time_change.expire()
