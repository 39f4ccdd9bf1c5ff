"""Every night: breaks that end soon, and breaks that are over."""

from __future__ import annotations

from experts.domain import leave


def follow() -> int:
    """Ask of those that end soon, and end those that are over. Returns how many."""
    return leave.follow()
