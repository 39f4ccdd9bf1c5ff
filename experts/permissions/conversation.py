"""Who writes in which box of an order. Reading is the querysets' to answer (`Conversation.of`, `Post.shown_to`)."""

from __future__ import annotations

from coordination.people.actor import Actor
from experts.models import BookingRequest, Conversation, Expert, Post
from experts.models.conversation import JOINED

from .booking_request import coordinates

Audience, Side = Conversation.Audience, Post.Side


def side_of(by: Actor, order: BookingRequest, audience: str, expert: Expert | None = None) -> str | None:
    """As whom the actor takes part in a box: the orderer, the expert, the coordinator, or None. Nobody writes for another.

    The coordinator who is the order's orderer or the box's expert takes part as that.
    """
    if by.person is None or by.on_behalf_of not in (None, by.person):
        return None
    if audience != Audience.EXPERT and by.person.pk == order.orderer_id:
        return Side.ORDERER
    if audience == Audience.EXPERT and expert is not None and by.person.pk == expert.person_id:
        return Side.EXPERT
    if audience == Audience.ALL and is_booked(by, order):
        return Side.EXPERT
    return Side.COORDINATOR if coordinates(by.user, order.unit) else None


def is_booked(by: Actor, order: BookingRequest) -> bool:
    return order.bookings.filter(expert__person=by.person, status__in=JOINED).exists()
