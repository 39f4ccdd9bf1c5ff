"""How offers end without the expert: the place was filled, or the coordinator took the offer back."""

from __future__ import annotations

from collections.abc import Collection

from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.mails import offer as mails
from experts.models import Booking, BookingRequest, Offer


def unbooked(order: BookingRequest) -> list[Offer]:
    """The order's living offers that hold no standing booking."""
    held = Booking.objects.standing().filter(booking_request=order).values("offer")
    return list(
        Offer.objects.alive()
        .filter(booking_request=order)
        .exclude(pk__in=held)
        .select_related("expert__person")
        .order_by("pk")
    )


def close_rest(order: BookingRequest, by: Actor, *, waiting: Collection[int] = ()) -> None:
    """Tell the rest kindly that the places are filled. The order must be locked.

    While roles are `waiting` (their places), the offers for them and for any place stay open.
    """
    for offer in unbooked(order):
        if waiting and (offer.seat is None or offer.seat in waiting):
            continue
        end(offer, Offer.Status.FILLED, by)
        mails.filled(offer)


def end(offer: Offer, to: str, by: Actor) -> None:
    """Move an offer to one of its ends; what has not left about it never leaves."""
    workflow.move(offer, to, by)
    outbox.supersede(offer)


def reopen(order: BookingRequest, by: Actor) -> None:
    """With no living offer left the order goes back to the coordinator's queue. The order must be locked."""
    if order.status == BookingRequest.Status.OFFERED and not unbooked(order):
        workflow.move(order, BookingRequest.Status.SENT, by)
