"""The worker's part of invitations."""

from councils.domain import invitation_reminder


def remind() -> int:
    """Every ten minutes: whose moment has come. Returns how many reminders were written."""
    return invitation_reminder.send_due()
