"""Guests of a meeting: invited one by one for a matter and a time of their own (CC-17)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit
from councils.mails import invitation as mails
from councils.models import AgendaItem, Invitation, Meeting
from councils.permissions import council as permissions

from . import invitation_call as invitations
from . import invitation_entry, neutral

Role, Status = Invitation.Role, Meeting.Status


@transaction.atomic
def add(meeting: Meeting, by: Actor, *, person: Person, matter: str, item: AgendaItem | None = None) -> Invitation:
    """Invite a guest for a matter; `item` of the agenda gives the time and gets the guest as its presenter.

    While the meeting is planned nothing leaves: the guest hears of it when it is opened. Raises `Refused` for one who is
    invited already, or who belongs to the council.
    """
    permissions.require_leader(by, meeting.council)
    meeting = invitations.lock(meeting)
    _refuse_over(meeting)
    identity_code.refuse(matter, field="matter")
    if not matter.strip():
        raise Refused(_("Tell what the guest comes to talk about."), field="matter", code="matter")
    if person in dict(invitations.circle(meeting)):
        raise Refused(_("This person belongs to the council and is invited with it."), field="guest", code="circle")
    row = meeting.invitations.select_for_update().filter(person=person).first()
    if row and not row.withdrawn_at:
        raise Refused(_("This guest has been invited already."), field="guest", code="invited")
    row = row or Invitation(meeting=meeting, person=person)
    row.role, row.matter, row.withdrawn_at = Role.GUEST, matter.strip()[:200], None
    row.answer, row.answered_at, row.link, row.needs = "", None, None, []
    row.save()
    if item is not None:
        AgendaItem.objects.filter(pk=item.pk, meeting=meeting).update(presenter=person)
    audit.log(row, "kuuluviin.made", by, {"meeting": meeting.pk})
    if meeting.status == Status.OPEN:
        tell(row)
    return row


@transaction.atomic
def withdraw(invitation: Invitation, by: Actor) -> Invitation:
    """Take an invitation back: a guest's, or that of one who has left the council. Told to whom it had been told.

    Raises `Refused` for one who belongs to the council, and when it is withdrawn or the meeting is over.
    """
    permissions.require_leader(by, invitation.meeting.council)
    meeting = invitations.lock(invitation.meeting)
    _refuse_over(meeting)
    row = invitations.current(invitation, meeting)
    if row.withdrawn_at:
        raise Refused(_("This invitation has been withdrawn already."), code="withdrawn")
    if row.person in dict(invitations.circle(meeting)):
        raise Refused(_("This person belongs to the council and is invited with it."), code="circle")
    was_told = row.link_id is not None
    row.withdrawn_at = clock.now()
    row.save(update_fields=["withdrawn_at"])
    audit.log(row, "kuuluviin.changed", by, {"withdrawn": True})
    meeting.items.filter(presenter=row.person).update(presenter=None)
    outbox.supersede(row)
    outbox.supersede(meeting, person=row.person)
    if was_told:
        safe_link.revoke(row.link)
        invitation_entry.put(meeting)
        title = neutral.title(meeting.council, row.person)
        mails.withdrawn(row, title, invitation_entry.enclosure_for(row, invitation_entry.CANCEL))
    return row


def tell_all(meeting: Meeting) -> int:
    """When a meeting is opened: each guest gets an invitation of their own. Returns how many."""
    rows = meeting.invitations.standing().filter(role=Role.GUEST).select_related("person__unit", "link")
    for row in rows:
        row.meeting = meeting
        tell(row)
    return len(rows)


def tell(invitation: Invitation) -> None:
    """The guest's own invitation, with link, calendar and reminders."""
    meeting = invitation.meeting
    if invitation.link_id is None:
        invitation.link = safe_link.make("meeting", invitation.person, invitations.expires_at(meeting))
        invitation.save(update_fields=["link"])
    invitation_entry.put(meeting)
    title = neutral.title(meeting.council, invitation.person)
    mails.guest(invitation, title, slot_words(invitation), invitation_entry.enclosure_for(invitation))


def slot_of(invitation: Invitation) -> tuple[datetime, datetime] | None:
    """When the guest's own item is, by the minutes of those before it (aware times); None without an item."""
    starts_at = invitation.meeting.starts_at
    for item in invitation.meeting.items.order_by("position", "pk"):
        ends_at = starts_at + timedelta(minutes=item.minutes)
        if item.presenter_id == invitation.person_id:
            return starts_at, ends_at
        starts_at = ends_at
    return None


def slot_words(invitation: Invitation) -> str:
    """“13.25–14.10”, or nothing."""
    slot = slot_of(invitation)
    return f"{formats.clock(slot[0])}–{formats.clock(slot[1])}" if slot else ""


def _refuse_over(meeting: Meeting) -> None:
    if meeting.status not in (Status.PLANNED, Status.OPEN) or meeting.ends_at <= clock.now():
        raise Refused(_("The meeting is over: its guests do not change any more."), code="over")
