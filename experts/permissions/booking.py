from __future__ import annotations

from coordination.people.actor import Actor
from experts.models import Booking

from .booking_request import coordinates, is_orderer
from .expert import may_coordinate
from .offer import is_oneself


def is_expert(by: Actor, booking: Booking) -> bool:
    """The booked expert, or a coordinator, the order's or the expert's, noting what the expert said on the phone."""
    if by.subject is None or by.subject.pk != booking.expert.person_id:
        return False
    return (
        is_oneself(by, booking.expert)
        or coordinates(by.user, booking.booking_request.unit)
        or may_coordinate(by, booking.expert)
    )


def may_cancel(by: Actor, booking: Booking) -> bool:
    """Either party, and the coordinator."""
    order = booking.booking_request
    return is_expert(by, booking) or is_orderer(by, order) or coordinates(by.user, order.unit)


def may_tell_outcome(by: Actor, booking: Booking) -> bool:
    """Who says whether it was held: the orderer or the coordinator, never the one who is paid for it."""
    if is_oneself(by, booking.expert):
        return False
    return is_orderer(by, booking.booking_request) or coordinates(by.user, booking.booking_request.unit)
