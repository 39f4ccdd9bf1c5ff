from __future__ import annotations

from coordination.people.actor import Actor
from experts.models import BookingRequest, Expert, Offer

from .booking_request import coordinates, is_orderer


def is_oneself(by: Actor, expert: Expert) -> bool:
    """Nobody offers to, confirms or approves oneself."""
    return by.person is not None and by.person.pk == expert.person_id


def may_make(by: Actor, order: BookingRequest) -> bool:
    """The coordinator matches; the orderer only wishes (EX-11)."""
    return coordinates(by.user, order.unit)


def may_withdraw(by: Actor, offer: Offer) -> bool:
    """The coordinator, and the orderer who cancels the order."""
    order = offer.booking_request
    return coordinates(by.user, order.unit) or is_orderer(by, order)


def may_answer(by: Actor, offer: Offer) -> bool:
    """The asked expert, or the order's coordinator on the expert's behalf."""
    if by.subject is None or by.subject.pk != offer.expert.person_id:
        return False
    return is_oneself(by, offer.expert) or coordinates(by.user, offer.booking_request.unit)
