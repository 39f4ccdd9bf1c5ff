"""Opening a planned meeting: from now on it is told to those invited; a draft is nobody else's (CC-20, MT-03)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from councils.models import Council, Meeting
from councils.permissions import council as permissions

from . import guest, invitation_call


@transaction.atomic
def open_(meeting: Meeting, by: Actor) -> Meeting:
    """Open a planned meeting: everybody is invited, guests get their own message; the packet tells the others.

    Raises `Refused` without chair, secretary, a place or a remote link, or a time to come.
    """
    permissions.require_leader(by, meeting.council)
    current = invitation_call.lock(meeting)
    refuse_unready(current)
    version = max(current.version, 1)
    workflow.move(meeting, Meeting.Status.OPEN, by, opened_at=clock.now(), version=version)
    invitation_call.call(meeting, by)
    meeting.refresh_from_db()
    guest.tell_all(meeting)
    return meeting


def refuse_unready(meeting: Meeting) -> None:
    """Raise `Refused` where something must be settled before anybody is told."""
    if not meeting.chair_id:
        raise Refused(_("Name the chair before anybody is told."), field="chair", code="chair")
    if not meeting.secretary_id:
        raise Refused(_("Name who takes the minutes before anybody is told."), field="secretary", code="secretary")
    if meeting.mode != Council.Mode.REMOTE and not meeting.place:
        raise Refused(_("Write where the meeting is before anybody is told."), field="place", code="place")
    if meeting.mode != Council.Mode.PLACE and not meeting.online_url:
        raise Refused(_("Give the remote link before anybody is told."), field="online_url", code="online")
    if meeting.starts_at <= clock.now():
        raise Refused(_("The meeting must lie ahead. Change its time first."), field="starts_at", code="past")
