"""The verbs of a session: held, or off. Those of not coming are in `absence`, of moving in `time_change`."""

from __future__ import annotations

from django.db import transaction

from coordination.calendar.domain import entry
from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.models import Booking, BookingRequest, BusyTime, Session

from . import booking_check as check
from . import booking_seat
from .booking_fee import owe
from .booking_settle import settle
from .offer_lock import lock_with

Status = Session.Status


@transaction.atomic
def mark_held(session: Session, by: Actor) -> Session:
    """One session was held: its fee is owed. The booking is held when this was the last of it (ET-05).

    Raises `Refused` before the time is over, for a client meeting without the whole agreement (CM-10), and for the
    expert, whose fee it is.
    """
    lock_session(session)
    check.refuse_outcome(session, by)
    check.refuse_unagreed(session)
    hold(session, by)
    settle(session.booking, by)
    return session


def hold(session: Session, by: Actor) -> None:
    """Note a locked session as held, with its line in the ledger. Raises `Refused` when it has been told already."""
    workflow.move(session, Status.HELD, by, fee=owe(session, by), told_at=clock.now())


def take_off(session: Session, by: Actor) -> None:
    """A locked session to come is off: its hours are free, the calendars and the reminder follow. Nobody is told here."""
    workflow.move(session, Status.CANCELLED, by, told_at=clock.now())
    BusyTime.objects.filter(session=session).delete()
    outbox.supersede(session)
    entry.cancel(booking_seat.uid(session))


def lock_session(session: Session) -> BookingRequest:
    """Lock the order of a session with everybody in it; `session` gets its values as they stand now."""
    order = lock_with(session.booking)
    booking = session.booking
    session.refresh_from_db()
    session.booking = booking
    return order


def planned_of(booking: Booking) -> list[Session]:
    """The sessions of a booking of which nothing has been told yet, in order of time."""
    return list(booking.sessions.planned().select_related("entry"))
