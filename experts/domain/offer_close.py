"""How offers end without the expert: the place was filled, or the coordinator took the offer back."""

from __future__ import annotations

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


def close_rest(order: BookingRequest, by: Actor) -> None:
    """Tell the rest kindly that the places are filled. The order must be locked."""
    for offer in unbooked(order):
        end(offer, Offer.Status.FILLED, by)
        mails.filled(offer)


def end(offer: Offer, to: str, by: Actor) -> None:
    """Move an offer to one of its ends; what has not left about it never leaves."""
    workflow.move(offer, to, by)
    outbox.supersede(offer)
