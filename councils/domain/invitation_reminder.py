"""Reminders of a meeting: to those who have not answered, and to those who come (KP-03); each in their own channel."""

from __future__ import annotations

from coordination.messaging.domain import outbox, reminder
from councils.mails import invitation as mails
from councils.models import Invitation

from . import neutral

Answer = Invitation.Answer
TO_ASK = (Answer.NONE, Answer.MAYBE)


def plan(invitation: Invitation) -> None:
    """Write the reminders that fit the answer as it stands; those of an earlier answer or time never leave."""
    drop(invitation)
    if not invitation.is_expected or invitation.answer == Answer.NO:
        return
    kind, key = (mails.UNANSWERED, "council.reminder_hours") if invitation.answer in TO_ASK else _before()
    unit, channel = invitation.meeting.council.unit, invitation.person.channel
    title = neutral.title(invitation.meeting.council, invitation.person)
    version = mails.next_version(kind, invitation)
    for part, moment in enumerate(reminder.moments(invitation.meeting.starts_at, unit, channel, key)):
        mails.remind(kind, invitation, title, not_before=moment, part=part, version=version)


def drop(invitation: Invitation) -> None:
    """What waits to remind of the meeting never leaves."""
    for kind in (mails.UNANSWERED, mails.REMINDER):
        outbox.supersede(invitation, kind=kind)


def _before() -> tuple[str, str]:
    return mails.REMINDER, "reminder.hours"
