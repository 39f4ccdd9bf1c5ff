"""Once a week: CVs that nobody has looked at for a year."""

from __future__ import annotations

from experts.domain import cv_reminder


def remind() -> int:
    """Ask the experts whose CV is to be confirmed. Returns how many are due."""
    return cv_reminder.remind()
