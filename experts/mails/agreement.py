"""What is written about the agreement of a booking. What the card says is read on its page, never in a mail (L-12)."""

from __future__ import annotations

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from experts.models import Booking

from .booking import address_for


def changed(booking: Booking, party: str, version: int) -> Message:
    """To the side that has to read the card again. `party`: "orderer" or "expert"."""
    order = booking.booking_request
    to = order.orderer if party == "orderer" else booking.expert.person
    coordinator = order.coordinator
    return outbox.queue(
        "experts.agreement.changed",
        to=to,
        context={
            "booking": booking,
            "sessions": booking.coming,
            "order": order,
            "coordinator": coordinator,
            "address": address_for(booking, to),
        },
        about=booking,
        version=version,
        names=[coordinator] if coordinator and coordinator != to else [],
        reply_to=coordinator.email if coordinator else "",
    )
