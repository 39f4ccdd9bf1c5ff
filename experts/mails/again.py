"""A message that has left, written once more as its cause stands now. Named in `messaging.domain.resend`, not imported."""

from __future__ import annotations

from coordination.messaging.models import Message
from experts.models import Booking, BookingRequest

from . import booking, booking_request, conversation

BOOKING = ("experts.booking.confirmed", "experts.booking.changed")
ORDER = tuple(
    f"experts.booking_request.{kind}" for kind in ("received", "waiting", "changed", "unmatched", "cancelled")
)


def message(row: Message, press: str) -> Message | None:
    """The new row; None where only the text that left can be sent as it was."""
    key, kind = int(row.about.partition(":")[2]), row.kind.rpartition(".")[2]
    if row.kind in BOOKING:
        made = Booking.objects.select_related("booking_request", "expert__person").get(pk=key)
        stands = made.status == Booking.Status.CONFIRMED
        return booking.again(made, kind, row.person, press) if stands else None
    if row.kind == conversation.NEW:
        return conversation.again(row, press)
    if row.kind in ORDER:
        return booking_request.again(BookingRequest.objects.get(pk=key), kind, row.person, press)
    return None
