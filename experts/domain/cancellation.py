"""Cancelling a whole order: its offers, its bookings, its waiting messages. Stands above all three."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.mails import booking_request as mails
from experts.models import BookingRequest
from experts.permissions import booking_request as permissions

from . import booking, offer, offer_close, offer_lock

Status = BookingRequest.Status


@dataclass(frozen=True)
class Outcome:
    """What a cancellation would do, in numbers: shown before it is done."""

    offers: int
    bookings: int


def outcome(order: BookingRequest) -> Outcome:
    """How many experts have been asked and how many are booked."""
    return Outcome(offers=len(offer_close.unbooked(order)), bookings=order.bookings.upcoming().count())


@transaction.atomic
def cancel(order: BookingRequest, by: Actor, reason: str) -> BookingRequest:
    """Cancel an order before it is held: offers are withdrawn, bookings cancelled, everyone told kindly.

    The orderer or the coordinator may do it; the reason stays on the order and stands in no message. Raises `Refused`
    without a reason, with an identity code in it (L-04), for a stranger, and once the meeting has been held.
    """
    said = reason.strip()
    identity_code.refuse(said, field="reason")
    if not said:
        raise Refused(_("Tell why the order is cancelled."), field="reason", code="reason")
    current = offer_lock.lock(order)
    _refuse_others(current, by)
    facts = {"cancelled_at": clock.now(), "cancel_reason": said, "version": current.version + 1}
    # The order first: what ends under a cancelled order does not take it back to the queue.
    workflow.move(current, Status.CANCELLED, by, **facts)
    outbox.supersede(current)
    was_booked = _release_experts(current, by, said)
    order.refresh_from_db()
    mails.cancelled(order, by.person, was_booked=was_booked)
    return order


def _refuse_others(order: BookingRequest, by: Actor) -> None:
    if not (permissions.is_orderer(by, order) or permissions.coordinates(by.user, order.unit)):
        raise Refused(_("Only the orderer and the coordinator of the unit can do this."), code="stranger")
    if order.status == Status.DRAFT:
        raise Refused(_("A draft has not been sent to anybody: throw it away instead."), code="draft")
    if not permissions.may_cancel(by, order):
        raise Refused(_("The order has been held or cancelled already."), code="over")


def _release_experts(order: BookingRequest, by: Actor, reason: str) -> bool:
    """Cancel the bookings, withdraw the other offers. Returns whether anybody had been booked."""
    booked = list(order.bookings.upcoming().order_by("expert_id"))
    for each in booked:
        booking.cancel(each, by, reason)
    for each in offer_close.unbooked(order):
        offer.withdraw(each, by)
    return bool(booked)
