"""What follows when sessions and bookings end: where the booking stands, and where the order stands after it."""

from __future__ import annotations

from django.db import models

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.models import Booking, BookingRequest, RequestedTime, Session

Order = BookingRequest.Status
Status = Booking.Status
WAITING = {Order.SENT, Order.OFFERED, Order.UNMATCHED}


def settle(booking: Booking, by: Actor, *, because: str = "") -> None:
    """Held once nothing of it is to come and something was held; not held when nothing was. Then the order's turn.

    The order must be locked. `because` tells why nothing was held. Does nothing while a session is still to come.
    """
    left = set(Session.objects.filter(booking=booking).values_list("status", flat=True))
    if booking.status != Status.CONFIRMED or Session.Status.PLANNED in left:
        return
    if Session.Status.HELD in left:
        workflow.move(booking, Status.HELD, by)
    else:
        workflow.move(booking, Status.NO_SHOW, by, ended_because=because)
        outbox.supersede(booking)
    settle_order(booking.booking_request, by)


def settle_order(order: BookingRequest, by: Actor, *, keeps_time: bool = False) -> None:
    """Where the order stands after one of its bookings ended: waiting again, held, closed, or nothing left of it.

    With `keeps_time` an order that waits again keeps its chosen time: somebody else is looked for at that very time.
    """
    left = set(Booking.objects.filter(booking_request=order).values_list("status", flat=True))
    if order.status != Order.CONFIRMED:
        return
    if not left & {Status.CONFIRMED, Status.HELD, Status.NO_SHOW}:
        if not keeps_time:
            RequestedTime.objects.filter(booking_request=order, chosen=True).update(chosen=False)
        workflow.move(order, Order.SENT, by)
    elif Status.CONFIRMED not in left and _lacks_somebody(order):
        workflow.move(order, Order.SENT, by)
    elif Status.CONFIRMED not in left and Status.HELD in left:
        workflow.move(order, Order.HELD, by)
        close_if_debriefed(order, by)
    elif Status.CONFIRMED not in left:
        last = Booking.objects.filter(booking_request=order, status=Status.NO_SHOW).latest("pk")
        workflow.move(order, Order.CANCELLED, by, cancelled_at=clock.now(), cancel_reason=last.ended_because)


def settle_begun(order: BookingRequest, by: Actor) -> None:
    """Nobody is looked for any more in the middle of a series: the order is held with what was. It is locked."""
    if order.status in WAITING and not Booking.objects.upcoming().filter(booking_request=order).exists():
        workflow.move(order, Order.HELD, by)
        close_if_debriefed(order, by)


def _lacks_somebody(order: BookingRequest) -> bool:
    """An expert left in the middle, nobody has taken the place, and its next time is still ahead."""
    if order.cancelled_at is not None:
        return False
    rows = Booking.objects.filter(booking_request=order)
    left = set(rows.filter(left_at__isnull=False).values_list("seat", flat=True))
    is_open = left - set(rows.seated().values_list("seat", flat=True))
    return bool(is_open) and order.times.filter(chosen=True, starts_at__gt=clock.now()).exists()


def close_if_debriefed(order: BookingRequest, by: Actor) -> bool:
    """Close a held order once both sides of every held booking have told how it went (CM-11)."""
    if order.status != Order.HELD:
        return False
    held = Booking.objects.filter(booking_request=order, status=Status.HELD)
    if held.annotate(sides=models.Count("debriefs")).filter(sides__lt=2).exists():
        return False
    workflow.move(order, Order.CLOSED, by)
    return True
