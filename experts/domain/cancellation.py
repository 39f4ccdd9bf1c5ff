"""Cancelling a whole order: its offers, its bookings, its waiting messages. Stands above all three."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.mails import booking_request as mails
from experts.models import Booking, BookingRequest, Session
from experts.permissions import booking_request as permissions

from . import booking, cancel_words, offer, offer_close, offer_lock, session_due
from .booking_settle import settle_begun
from .session import falling_off
from .session_due import Due, Event

Status = BookingRequest.Status


@dataclass(frozen=True)
class Outcome:
    """What a cancellation would do: shown before it is done, in people and in euros."""

    offers: int = 0
    bookings: int = 0
    dues: tuple[Due, ...] = ()

    @property
    def total(self) -> Decimal:
        return session_due.total(self.dues)

    @property
    def seal(self) -> str:
        """What was shown; `cancel(seen=…)` does nothing when it has changed since."""
        return session_due.seal(self.dues)


def outcome(order: BookingRequest, event: str = Event.CANCELLED_BY_ORDERER, at: datetime | None = None) -> Outcome:
    """What cancelling the order would do at a moment (aware, default now)."""
    rows = Session.objects.planned().filter(booking__in=order.bookings.upcoming())
    sessions = list(rows.select_related("booking__expert__person", "time").order_by("starts_at", "pk"))
    for session in sessions:
        session.booking.booking_request = order
    return Outcome(
        offers=len(offer_close.unbooked(order)),
        bookings=order.bookings.upcoming().count(),
        dues=session_due.dues(sessions, event, at),
    )


def outcome_of(row: Booking, event: str, at: datetime | None = None) -> Outcome:
    """What cancelling one booking would do."""
    return Outcome(bookings=1, dues=session_due.dues(falling_off(row, event), event, at))


@transaction.atomic
def cancel(
    order: BookingRequest, by: Actor, reason: str = "", *, code: str = "", seen: str | None = None
) -> BookingRequest:
    """Cancel an order before it is held: offers are withdrawn, bookings cancelled, everyone told kindly.

    The orderer or the coordinator may do it, with a reason from the list (`code`) or one's own; it stays on the order
    and stands in no message. `seen` is the seal of the outcome that was shown: where it has changed since, nothing
    happens. Raises `Refused` without a reason, with an identity code in it (L-04), for a stranger, and once the
    meeting has been held.
    """
    said = cancel_words.kept(code, reason)
    current = offer_lock.lock(order)
    _refuse_others(current, by)
    session_due.refuse_unseen(outcome(current).dues, seen)
    facts = {"cancel_code": code, "cancel_reason": said}
    return end(current, by, Event.CANCELLED_BY_ORDERER, **facts)


def end(order: BookingRequest, by: Actor, event: str, **facts: object) -> BookingRequest:
    """End a locked order as `event` says, with the facts it keeps; everybody is told kindly.

    Where some of its sessions have been held only the rest is off, and the order counts as held with them.
    """
    facts = {"cancelled_at": clock.now(), "version": order.version + 1, **facts}
    is_begun = Session.objects.filter(booking__booking_request=order, status=Session.Status.HELD).exists()
    if is_begun:
        _keep(order, facts)
    else:
        # The order first: what ends under a cancelled order does not take it back to the queue.
        workflow.move(order, Status.CANCELLED, by, **facts)
    outbox.supersede(order)
    was_booked = _release_experts(order, by, event)
    order.refresh_from_db()
    if is_begun:
        settle_begun(order, by)
    mails.cancelled(order, by.person, was_booked=was_booked)
    return order


def _keep(order: BookingRequest, facts: dict[str, object]) -> None:
    for name, value in facts.items():
        setattr(order, name, value)
    order.save(update_fields=list(facts))


def _refuse_others(order: BookingRequest, by: Actor) -> None:
    if not (permissions.is_orderer(by, order) or permissions.coordinates(by.user, order.unit)):
        raise Refused(_("Only the orderer and the coordinator of the unit can do this."), code="stranger")
    if order.status == Status.DRAFT:
        raise Refused(_("A draft has not been sent to anybody: throw it away instead."), code="draft")
    if not permissions.may_cancel(by, order):
        raise Refused(_("The order has been held or cancelled already."), code="over")


def _release_experts(order: BookingRequest, by: Actor, event: str) -> bool:
    """Cancel the bookings, withdraw the other offers. Returns whether anybody had been booked."""
    booked = list(order.bookings.upcoming().order_by("expert_id"))
    for each in booked:
        each.booking_request = order
        booking.cancel(each, by, order.cancel_reason, event=event)
    for each in offer_close.unbooked(order):
        offer.withdraw(each, by)
    return bool(booked)
