"""Who did not come: three facts of a session, each with its consequence (section 2.7, KP-03)."""

from __future__ import annotations

from datetime import timedelta

from django.db import models, transaction
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from experts.mails import session as mails
from experts.models import BookingRequest, Expert, Session
from experts.permissions import booking as permissions

from . import cancel_words, session_due
from .booking_settle import settle
from .session import lock_session
from .session_due import Due, Event

Status = Session.Status
WHO = {
    Status.EXPERT_ABSENT: Event.EXPERT_ABSENT,
    Status.ORDERER_ABSENT: Event.ORDERER_ABSENT,
    Status.CLIENT_ABSENT: Event.CLIENT_ABSENT,
}
COUNTED_FOR = timedelta(days=365)


def outcome(session: Session, who: str) -> Due:
    """What is due when `who` (a status of absence) did not come."""
    return session_due.due(session, WHO[who])


@transaction.atomic
def mark(session: Session, who: str, by: Actor, note: str = "") -> Session:
    """Note who did not come, from the start of the session on: by the orderer or the coordinator, never by the one paid.

    `who` is one of the three states of absence; the fee follows by the rule, and both sides are told without blame.
    Raises `Refused` before the start, for strangers, for a client where none was to come, and when it has been told.
    """
    lock_session(session)
    if who not in WHO:
        raise Refused(_("Choose who did not come."), field="held", code="who")
    if not permissions.may_tell_outcome(by, session.booking):
        raise Refused(
            _("The orderer or the coordinator tells whether it was held, never the expert who is paid."),
            code="stranger",
        )
    _refuse_early(session)
    if who == Status.CLIENT_ABSENT and not session.booking.booking_request.client_meeting:
        raise Refused(_("No client was to come to this meeting."), field="held", code="no_client")
    said = cancel_words.kept("", note, is_needed=False)
    found = outcome(session, who)
    workflow.move(session, who, by, outcome_note=said, **session_due.write(found, by))
    outbox.supersede(session)
    mails.not_met(session)
    settle(session.booking, by, because=said or _fact(session))
    return session


@transaction.atomic
def claim(session: Session, by: Actor) -> Session:
    """The expert says "I was there, nobody came": the coordinator decides. Raises `Refused`."""
    lock_session(session)
    if not permissions.is_expert(by, session.booking):
        raise Refused(_("Only the expert of this booking can tell it."), code="stranger")
    if session.status != Status.PLANNED:
        raise Refused(
            _("What happened has been told already. Call the coordinator if it went otherwise."), code="moved"
        )
    _refuse_early(session)
    if session.claimed_at is None:
        session.claimed_at = clock.now()
        session.save(update_fields=["claimed_at"])
        audit.log(session, "kuuluviin.changed", by, {"claimed": True})
        mails.claimed(session)
    return session


def times_absent(expert: Expert) -> int:
    """How many times in a year the expert did not come and had not told: for the coordinator's eyes only."""
    return _lately().filter(booking__expert=expert, status=Status.EXPERT_ABSENT).count()


def times_nobody_came(orders: models.QuerySet[BookingRequest]) -> int:
    """How many times in a year an expert came in vain to these orders: the orderer or the client was not there."""
    missed = [Status.ORDERER_ABSENT, Status.CLIENT_ABSENT]
    return _lately().filter(booking__booking_request__in=orders, status__in=missed).count()


def _fact(session: Session) -> str:
    """Kept with the booking, so in the house's main language."""
    with override(MAIN_LANGUAGE):
        return capfirst(str(session.get_status_display()))


def _lately() -> models.QuerySet[Session]:
    return Session.objects.filter(starts_at__gte=clock.now() - COUNTED_FOR)


def _refuse_early(session: Session) -> None:
    if session.starts_at > clock.now():
        words = _("The meeting begins on %(moment)s. Tell after that, or cancel it now.")
        raise Refused(words % {"moment": formats.moment(session.starts_at)}, code="early")
