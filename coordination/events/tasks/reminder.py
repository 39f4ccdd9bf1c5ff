"""The worker's part of reminders of events."""

from coordination.events.domain import reminder


def remind() -> int:
    """Every ten minutes: whose moment has come. Returns how many reminders were written."""
    return reminder.send_due()
