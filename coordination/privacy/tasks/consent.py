"""Every morning: consents that are about to run out, or did."""

from __future__ import annotations

from coordination.privacy.domain import consent_renewal


def remind() -> int:
    """Ask again, each consent by itself. Returns how many were asked."""
    return consent_renewal.remind()
