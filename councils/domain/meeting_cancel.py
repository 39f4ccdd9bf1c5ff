"""Cancelling a meeting: a reason, told to everybody invited in their own channel, and out of the calendars."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from councils.mails import invitation as mails
from councils.models import Meeting
from councils.permissions import council as permissions

from . import invitation_call, invitation_entry, neutral
from .meeting_change import told

MOST_WORDS = 300


@transaction.atomic
def cancel(meeting: Meeting, by: Actor, *, reason: str) -> Meeting:
    """The meeting is off. Of an open one everybody invited is told why; a planned one was nobody else's, so nobody is told.

    What had not left never leaves; the calendars get CANCEL. Raises `Refused` without a reason, or once it was held.
    """
    permissions.require_leader(by, meeting.council)
    reason = reason.strip()[:MOST_WORDS]
    if not reason:
        raise Refused(_("Tell why: everybody invited reads it."), field="reason", code="reason")
    identity_code.refuse(reason, field="reason")
    current = invitation_call.lock(meeting)
    was_open = current.status == Meeting.Status.OPEN
    version = current.version + 1
    workflow.move(current, Meeting.Status.CANCELLED, by, cancelled_because=reason, version=version)
    if was_open:
        _tell_all(current)
    meeting.refresh_from_db()
    return meeting


def _tell_all(meeting: Meeting) -> None:
    invitation_entry.cancel(meeting)
    outbox.supersede(meeting)
    for row in told(meeting):
        row.meeting = meeting
        outbox.supersede(row)
        mails.queue(
            mails.CANCELLED,
            row,
            neutral.title(meeting.council, row.person),
            about=meeting,
            version=meeting.version,
            enclosure=invitation_entry.enclosure_for(row, invitation_entry.CANCEL),
            urgent=True,
        )
