"""The moving itself: the time, the hours, the calendars and the messages, all in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import audit
from experts.mails import offer as offer_mails
from experts.mails import time_change as mails
from experts.models import BookingRequest, BusyTime, Offer, Session, TimeChange

from . import booking, booking_seat, offer_close
from .booking_clash import refusing_clashes


def move(change: TimeChange, sessions: Sequence[Session], by: Actor) -> None:
    """Everybody asked has said yes. The order is locked; agreement and debrief stay as they are. Raises `Refused`."""
    time = change.time
    order = time.booking_request
    shift = change.starts_at - change.was_starts_at
    time.starts_at, time.ends_at = change.starts_at, change.ends_at
    time.save(update_fields=["starts_at", "ends_at"])
    with refusing_clashes():
        for session in sessions:
            _move_session(session, shift)
    order.version += 1
    order.save(update_fields=["version"])
    audit.log(order, "kuuluviin.changed", by, {"fields": ["times"], "version": order.version})
    for session in sessions:
        outbox.supersede(session)
        booking_seat.put_entry(session)
        booking.remind(session.booking)
        mails.moved(session)
    _release_asked(order, by)


def _move_session(session: Session, shift: timedelta) -> None:
    """The hours are written anew: two of one expert never overlap, not even between two statements."""
    session.starts_at, session.ends_at = session.starts_at + shift, session.ends_at + shift
    session.save(update_fields=["starts_at", "ends_at"])
    held = list(session.busy_times.order_by("pk"))
    session.busy_times.all().delete()
    BusyTime.objects.bulk_create(
        BusyTime(
            booking=session.booking,
            session=session,
            expert_id=hours.expert_id,
            starts_at=hours.starts_at + shift,
            ends_at=hours.ends_at + shift,
        )
        for hours in held
    )
    booking_seat.follow(session.booking)


def _release_asked(order: BookingRequest, by: Actor) -> None:
    """Whoever was asked for the old time is told kindly; the coordinator asks anew for the new one."""
    for each in offer_close.unbooked(order):
        offer_close.end(each, Offer.Status.WITHDRAWN, by)
        offer_mails.withdrawn(each)
