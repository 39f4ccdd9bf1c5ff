"""Every morning: debriefs that are overdue."""

from __future__ import annotations

from experts.domain import debrief


def remind() -> int:
    """Ask for missing debriefs, once a side. Returns how many bookings wait."""
    return debrief.remind()
