"""Cancelling one of several sessions; the others stay as they are."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.mails import session as mails
from experts.models import Session
from experts.permissions import booking as permissions

from . import booking, cancel_words, session_due
from .booking_settle import settle
from .cancellation import Outcome
from .session import falling_off, lock_session, take_off


def outcome(session: Session, by: Actor) -> Outcome:
    """What cancelling this session would do now."""
    return Outcome(bookings=1, dues=(session_due.due(session, booking.counts_as(session.booking, by), clock.now()),))


@transaction.atomic
def cancel(session: Session, by: Actor, reason: str = "", *, code: str = "", seen: str | None = None) -> Session:
    """Cancel one session: what is due of it is owed, its hours are free, both sides are told. Raises `Refused`.

    The last one left is cancelled with its booking, see `booking.cancel`, where `code` and `seen` are told of, too.
    """
    lock_session(session)
    row = session.booking
    if not permissions.may_cancel(by, row):
        raise Refused(_("Only the parties of the booking and the coordinator can cancel it."), code="stranger")
    left = falling_off(row, booking.counts_as(row, by))
    if session not in left:
        raise Refused(
            _("This meeting is not to come any more. Open the page again to see how it stands."), code="moved"
        )
    if len(left) == 1:
        booking.cancel(row, by, reason, code=code, seen=seen)
        session.refresh_from_db()
        return session
    by_expert = permissions.is_expert(by, row)
    said = cancel_words.kept(code, reason, is_needed=not by_expert)
    found = session_due.due(session, booking.counts_as(row, by))
    session_due.refuse_unseen([found], seen)
    take_off(found, by, said)
    mails.cancelled(session, tell_coordinator=by_expert)
    settle(row, by)
    return session
