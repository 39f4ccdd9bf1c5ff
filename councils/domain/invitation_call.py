"""Who is invited to a meeting: the council's circle, each with a link and a place in the calendar (CC-15, AN-16)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow
from councils.models import Invitation, Meeting
from councils.permissions import council as permissions

from . import invitation_entry

Role = Invitation.Role
# The page behind the link still tells where the meeting is while it goes on, and how it stood a while after.
KEPT = timedelta(days=2)


def circle(meeting: Meeting) -> list[tuple[Person, str]]:
    """Everybody of the council today and what each is invited as: members, their substitutes, leaders. Two queries.

    Guests are invited one by one and are not of the circle.
    """
    council = meeting.council
    found: dict[Person, str] = {}
    for row in council.memberships.open().select_related("person__unit").order_by("seat", "pk"):
        found[row.person] = Role.MEMBER if row.seat else Role.SUBSTITUTE
    for row in council.staff.open().select_related("person__unit"):
        found.setdefault(row.person, Role.STAFF)
    return list(found.items())


@transaction.atomic
def call(meeting: Meeting, by: Actor) -> list[Invitation]:
    """Invite everybody of the circle who has not been: row, personal link, calendar, reminders. Returns the new ones.

    Calling again on an open meeting invites those who have joined since. Sends no invitation by itself: the packet does.
    Raises `Refused` unless the meeting is open and the actor leads the council.
    """
    permissions.require_leader(by, meeting.council)
    meeting = lock(meeting)
    refuse_unless_open(meeting)
    rows = {row.person_id: row for row in meeting.invitations.all()}
    called = [(person, role, rows.get(person.pk)) for person, role in circle(meeting)]
    made = [_invite(meeting, person, role, row) for person, role, row in called if row is None or row.withdrawn_at]
    invitation_entry.put(meeting)
    audit.log(meeting, "kuuluviin.changed", by, {"invited": len(made)})
    return made


def newcomers(meeting: Meeting) -> list[Person]:
    """Those who have joined the council since the meeting was opened and are not invited yet."""
    known = set(meeting.invitations.standing().values_list("person", flat=True))
    return [person for person, __ in circle(meeting) if person.pk not in known]


def lock(meeting: Meeting) -> Meeting:
    """The meeting as it stands, locked: whoever answers, changes or cancels goes one after another."""
    current = workflow.locked(meeting)
    current.council = meeting.council
    return current


def current(invitation: Invitation, meeting: Meeting) -> Invitation:
    """The invitation as it stands; `meeting` has been locked."""
    row = Invitation.objects.select_related("person__unit", "link").get(pk=invitation.pk)
    row.meeting = meeting
    return row


def expires_at(meeting: Meeting) -> datetime:
    """How long the personal links of a meeting live (an aware time)."""
    return meeting.ends_at + KEPT


def refuse_over(invitation: Invitation) -> None:
    """Raise `Refused` where there is nothing to answer any more."""
    if invitation.withdrawn_at:
        raise Refused(_("This invitation has been withdrawn: you need not answer."), code="withdrawn")
    refuse_unless_open(invitation.meeting)
    if invitation.meeting.starts_at <= clock.now():
        raise Refused(
            _("The meeting has begun, so the answer cannot be changed any more. Call the leader."), code="began"
        )


def refuse_unless_open(meeting: Meeting) -> None:
    if meeting.status == Meeting.Status.CANCELLED:
        raise Refused(_("This meeting has been cancelled: you need not do anything."), code="cancelled")
    if meeting.status != Meeting.Status.OPEN:
        words = _("The meeting is “%(state)s”: this is done while it is open.")
        raise Refused(words % {"state": meeting.get_status_display()}, code="not_open")


def _invite(meeting: Meeting, person: Person, role: str, gone: Invitation | None) -> Invitation:
    """One who left and came back begins anew on the same row, behind a new link."""
    row = Invitation(meeting=meeting, person=person, pk=gone and gone.pk)
    row.role, row.link = role, safe_link.make("meeting", person, expires_at(meeting))
    row.save()
    return row
