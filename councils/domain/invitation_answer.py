"""What the invited answer, however it comes, and substitutes asked in the place of those who cannot (AN-16)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import audit
from councils.mails import invitation as mails
from councils.models import Invitation
from councils.permissions import council as permissions

from . import invitation_entry, invitation_reminder, neutral
from .invitation_call import current, lock, refuse_over

Role, Answer, Need = Invitation.Role, Invitation.Answer, Invitation.Need


@transaction.atomic
def answer(
    invitation: Invitation, by: Actor, *, answer: str, needs: Iterable[str] = (), needs_note: str = ""
) -> Invitation:
    """Say whether one comes and what one needs: by link, at the screen, by calendar, or told to a leader. Again until it begins.

    A leader answers for another with `by.acting_for(person, via="phone")`. Raises `Refused` for others, for what is
    unknown, and when the meeting is over, off or has begun.
    """
    meeting = lock(invitation.meeting)
    invitation = current(invitation, meeting)
    if not may_answer(by, invitation):
        raise Refused(_("Only the person invited can answer, or a leader of the council for them."), code="stranger")
    refuse_over(invitation)
    wanted = sorted(set(needs))
    if answer not in set(Answer.values) - {Answer.NONE} or not set(wanted) <= set(Need.values):
        raise Refused(_("Choose one of the answers."), field="answer", code="unknown")
    identity_code.refuse(needs_note, field="needs_note")
    invitation.answer, invitation.needs, invitation.needs_note = answer, wanted, needs_note.strip()[:200]
    invitation.answered_at, invitation.answered_via = clock.now(), by.via
    invitation.save(update_fields=["answer", "needs", "needs_note", "answered_at", "answered_via"])
    audit.log(invitation, "kuuluviin.changed", by, {"answer": answer})
    invitation_entry.put(meeting)
    invitation_reminder.drop(invitation)
    return invitation


@transaction.atomic
def call_substitute(invitation: Invitation, by: Actor) -> Invitation:
    """Ask a substitute to come in the place of a member: a message of its own, with the calendar invitation (AN-16).

    Raises `Refused` for others than substitutes, for one asked already, and when the meeting is over or has begun.
    """
    permissions.require_leader(by, invitation.meeting.council)
    meeting = lock(invitation.meeting)
    invitation = current(invitation, meeting)
    refuse_over(invitation)
    if invitation.role != Role.SUBSTITUTE or invitation.called_at:
        raise Refused(_("Only a substitute who has not been asked yet can be asked."), code="called")
    invitation.called_at = clock.now()
    invitation.save(update_fields=["called_at"])
    audit.log(invitation, "kuuluviin.changed", by, {"called": True})
    invitation_entry.put(meeting)
    outbox.supersede(invitation, kind=mails.CALLED)
    mails.called(
        invitation, neutral.title(meeting.council, invitation.person), invitation_entry.enclosure_for(invitation)
    )
    invitation_reminder.drop(invitation)
    return invitation


def may_answer(by: Actor, invitation: Invitation) -> bool:
    """The invited themselves, or a leader on their behalf."""
    if by.on_behalf_of is not None:
        leads = by.is_house or permissions.leads(by.user, invitation.meeting.council)
        return leads and by.on_behalf_of == invitation.person
    return by.person is not None and by.person == invitation.person
