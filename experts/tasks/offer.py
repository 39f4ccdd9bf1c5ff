"""Every few minutes: offers nobody answered in time."""

from __future__ import annotations

from experts.domain import offer


def expire() -> int:
    """Close overdue offers. Returns how many."""
    return offer.expire()
