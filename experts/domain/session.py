"""The verbs of a session: held, or off. Those of not coming are in `absence`, of moving in `time_change`."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from coordination.calendar.domain import entry
from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.models import Booking, BookingRequest, BusyTime, Session

from . import booking_check as check
from . import booking_seat, session_due
from .booking_fee import owe
from .booking_settle import settle
from .offer_lock import lock_with
from .session_due import Due
from .time_change_close import withdraw_open

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


def take_off(found: Due, by: Actor, note: str = "") -> None:
    """A locked session to come is off: what is due is owed, its hours are free, the calendars follow. Nobody is told here."""
    session = found.session
    workflow.move(session, Status.CANCELLED, by, outcome_note=note, **session_due.write(found, by))
    withdraw_open(session.time, by)
    BusyTime.objects.filter(session=session).delete()
    outbox.supersede(session)
    session.entry = entry.cancel(booking_seat.uid(session))


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


def falling_off(booking: Booking, event: str) -> list[Session]:
    """What a cancellation takes off, in order of time: what is left. An expert's takes only what is still to come, where
    anything is: a session that is over and not told of was done, and its fee stays.
    """
    left = planned_of(booking)
    if event != session_due.Event.CANCELLED_BY_EXPERT:
        return left
    return [each for each in left if each.ends_at > clock.now()] or left


def to_tell(booking: Booking) -> Session | None:
    """The first session that has begun and of which nobody has told what became of it."""
    session = booking.sessions.planned().filter(starts_at__lte=clock.now()).first()
    if session is not None:
        session.booking = booking
    return session


def over_of(booking: Booking) -> list[Session]:
    """The sessions that have ended and of which nobody has told what became of them."""
    return list(booking.sessions.over(clock.now()))


@transaction.atomic
def mark_all_held(sessions: Iterable[Session], by: Actor) -> None:
    """Several sessions were held: all of them are noted, or none. Raises `Refused` as `mark_held` does."""
    for session in sorted(sessions, key=lambda row: (row.starts_at, row.pk)):
        mark_held(session, by)
