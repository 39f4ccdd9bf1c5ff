"""What is written about a debrief: that one is missing, or that one waits. Never how it felt."""

from __future__ import annotations

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.models import Booking, Debrief

from .booking import address_for, known_as

MISSING = "experts.debrief.missing"


def missing(booking: Booking, to: Person) -> Message:
    """To a side that has not told how it went."""
    return _queue(MISSING, booking, to, about=booking)


def no_longer_missing(debrief: Debrief) -> int:
    """A reminder that has not left need not leave any more."""
    booking = debrief.booking
    is_expert = debrief.side == Debrief.Side.EXPERT
    person = booking.expert.person if is_expert else booking.booking_request.orderer
    return outbox.supersede(booking, kind=MISSING, person=person)


def waits(debrief: Debrief) -> Message | None:
    """To the coordinator: somebody would like to talk. What was told is read after signing in."""
    coordinator = debrief.booking.booking_request.coordinator
    if coordinator is None:
        return None
    return _queue("experts.debrief.waits", debrief.booking, coordinator, about=debrief)


def _queue(kind: str, booking: Booking, to: Person, *, about: Booking | Debrief) -> Message:
    order = booking.booking_request
    context = {
        "booking": booking,
        "order": order,
        "is_expert": to == booking.expert.person,
        "expert_name": known_as(booking),
        "coordinator": order.coordinator,
        "address": address_for(booking, to),
    }
    names = [person for person in (booking.expert.person, order.orderer, order.coordinator) if person and person != to]
    return outbox.queue(kind, to=to, context=context, about=about, names=names)
