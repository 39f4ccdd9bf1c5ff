"""The verbs of a booking: a yes that holds a place, the hours it takes, and its outcome (EX-11, CM-10, CM-14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.calendar.domain import entry
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, workflow
from experts.mails import booking as mails
from experts.models import Booking, BookingRequest, BusyTime, Offer, OfferTime, RequestedTime
from experts.permissions import booking as permissions
from experts.permissions import offer as offer_permissions

from . import booking_check as check
from . import booking_seat
from .booking_fee import owe
from .booking_price import is_busy
from .offer_close import close_rest, end, unbooked
from .offer_lock import lock, lock_with

Order = BookingRequest.Status
Status = Booking.Status


class Fewer(models.TextChoices):
    """Why an order is confirmed with fewer experts than it asked for."""

    ORDERER_AGREES = "orderer_agrees", pgettext_lazy("fewer experts", "the orderer is content with fewer")
    NOBODY_ELSE = "nobody_else", pgettext_lazy("fewer experts", "nobody else was found in time")


@transaction.atomic
def confirm(
    order: BookingRequest, time: RequestedTime, offers: Iterable[Offer], by: Actor, *, fewer: str = ""
) -> list[Booking]:
    """Engage the experts of the accepted offers for one time of the order, fix the price, and tell everybody.

    All the open places are filled at once, also the place of a colleague who cancelled; with fewer experts than places the order is confirmed only with a reason
    (`fewer`, a value of `Fewer`). The other offers are closed kindly. Raises `Refused`, also when another order or
    another coordinator came first.
    """
    lock(order)
    chosen = list(
        Offer.objects.filter(pk__in=[offer.pk for offer in offers]).select_related("expert__person").order_by("expert")
    )
    if not offer_permissions.may_make(by, order):
        raise Refused(_("Only the coordinator of the unit confirms."), code="stranger")
    if any(offer_permissions.is_oneself(by, offer.expert) for offer in chosen):
        raise Refused(_("Nobody confirms oneself. Ask another coordinator."), code="oneself")
    if fewer and fewer not in Fewer.values:
        raise Refused(_("Choose why there are fewer experts."), field="fewer", code="fewer")
    check.refuse_unready(order, time, chosen)
    check.refuse_wrong_number(len(booking_seat.open_seats(order)), len(chosen), fewer)
    return _engage(order, time, chosen, by, fewer)


def confirm_itself(order: BookingRequest, by: Actor) -> list[Booking]:
    """Confirm the earliest time for which the accepted offers fill the places; the earlier yes goes first.

    For the rule `offer.confirms_itself`; the order must be locked by `offer_lock.lock`. Empty while no set is full.
    """
    seats = len(booking_seat.open_seats(order))
    accepted = [offer for offer in unbooked(order) if offer.status == Offer.Status.ACCEPTED]
    ticks = set(OfferTime.objects.filter(offer__in=accepted).values_list("offer", "time"))
    ahead = order.times.filter(kind=RequestedTime.Kind.MAIN, starts_at__gt=clock.now()).order_by("starts_at", "pk")
    for time in ahead:
        willing = [
            offer for offer in accepted if (offer.pk, time.pk) in ticks and not is_busy(order, offer.expert, time)
        ]
        if seats and len(willing) >= seats:
            first = sorted(willing, key=lambda offer: (offer.answered_at, offer.pk))[:seats]
            return _engage(order, time, sorted(first, key=lambda offer: offer.expert_id), by)
    return []


@transaction.atomic
def republish(booking: Booking) -> Booking:
    """Tell both sides, and their calendars, that the place or the way there has changed."""
    booking_seat.put_entry(booking)
    mails.changed(booking)
    _remind(booking)
    return booking


@transaction.atomic
def cancel(booking: Booking, by: Actor, reason: str = "") -> Booking:
    """Cancel one booking: the hours are free, the calendars and both sides are told.

    The last booking of an order takes it back to the coordinator's queue; beside standing bookings the order stays
    confirmed with an open place, which may be offered again. The expert need not tell why; the orderer and the coordinator do. The reason is kept and stands in no message.
    Raises `Refused`.
    """
    order = lock_with(booking)
    said = reason.strip()
    identity_code.refuse(said, field="reason")
    if not permissions.may_cancel(by, booking):
        raise Refused(_("Only the parties of the booking and the coordinator can cancel it."), code="stranger")
    by_expert = permissions.is_expert(by, booking)
    if not said and not by_expert:
        raise Refused(_("Tell why the booking is cancelled."), field="reason", code="reason")
    workflow.move(booking, Status.CANCELLED, by, ended_because=said)
    BusyTime.objects.filter(booking=booking).delete()
    outbox.supersede(booking)
    end(booking.offer, Offer.Status.DECLINED if by_expert else Offer.Status.WITHDRAWN, by)
    booking.entry = entry.cancel(booking_seat.uid(booking))
    mails.cancelled(booking, tell_coordinator=by_expert)
    _settle(order, by)
    return booking


@transaction.atomic
def mark_held(booking: Booking, by: Actor) -> Booking:
    """The meeting was held: its fee is owed. A client meeting needs the whole agreement first (CM-10).

    Raises `Refused` before the time is over, without the agreement, and for the expert, whose fee it is.
    """
    order = lock_with(booking)
    check.refuse_outcome(booking, by)
    check.refuse_unagreed(booking)
    workflow.move(booking, Status.HELD, by, fee=owe(booking, by))
    _settle(order, by)
    return booking


@transaction.atomic
def mark_not_held(booking: Booking, by: Actor, reason: str) -> Booking:
    """The meeting did not take place, and why (never a client's matter). No fee is owed by it. Raises `Refused`."""
    order = lock_with(booking)
    said = reason.strip()
    identity_code.refuse(said, field="reason")
    check.refuse_outcome(booking, by)
    if not said:
        raise Refused(_("Tell why it did not take place."), field="reason", code="reason")
    workflow.move(booking, Status.NO_SHOW, by, ended_because=said)
    outbox.supersede(booking)
    _settle(order, by)
    return booking


def close_if_debriefed(order: BookingRequest, by: Actor) -> bool:
    """Close a held order once both sides of every held booking have told how it went (CM-11)."""
    if order.status != Order.HELD:
        return False
    held = Booking.objects.filter(booking_request=order, status=Status.HELD)
    if held.annotate(sides=models.Count("debriefs")).filter(sides__lt=2).exists():
        return False
    workflow.move(order, Order.CLOSED, by)
    return True


@transaction.atomic
def close(order: BookingRequest, by: Actor) -> BookingRequest:
    """Close a held order. Raises `Refused` while a debrief is missing."""
    lock(order)
    if not close_if_debriefed(order, by):
        raise Refused(
            _("The order is closed when it has been held and both sides have recorded the debrief."), code="debrief"
        )
    return order


def _engage(
    order: BookingRequest, time: RequestedTime, offers: Sequence[Offer], by: Actor, fewer: str = ""
) -> list[Booking]:
    bookings = booking_seat.take(order, time, offers)
    for made in bookings:
        audit.log(made, "kuuluviin.made", by, {"order": order.number, "seat": made.seat})
    RequestedTime.objects.filter(pk=time.pk).update(chosen=True)
    if fewer:
        audit.log(order, "kuuluviin.changed", by, {"of": order.seats, "confirmed": len(bookings), "fewer": fewer})
    close_rest(order, by)
    if order.status != Order.CONFIRMED:
        workflow.move(order, Order.CONFIRMED, by)
    for made in bookings:
        outbox.supersede(made.offer)
        mails.confirmed(made)
        _remind(made)
    return bookings


def _remind(booking: Booking) -> None:
    """By the rule `reminder.hours` before the meeting; a booking made later than that needs no reminder."""
    hours = rule.on(booking.booking_request.unit, "reminder.hours")
    not_before = booking.starts_at - timedelta(hours=hours)
    if not_before > clock.now():
        mails.reminder(booking, not_before)


def _settle(order: BookingRequest, by: Actor) -> None:
    """Where the order stands after one of its bookings ended: waiting again, held, closed, or nothing left of it."""
    left = set(Booking.objects.filter(booking_request=order).values_list("status", flat=True))
    if order.status != Order.CONFIRMED:
        return
    if not left & {Status.CONFIRMED, Status.HELD, Status.NO_SHOW}:
        RequestedTime.objects.filter(booking_request=order, chosen=True).update(chosen=False)
        workflow.move(order, Order.SENT, by)
    elif Status.CONFIRMED not in left and Status.HELD in left:
        workflow.move(order, Order.HELD, by)
        close_if_debriefed(order, by)
    elif Status.CONFIRMED not in left:
        last = Booking.objects.filter(booking_request=order, status=Status.NO_SHOW).latest("pk")
        workflow.move(order, Order.CANCELLED, by, cancelled_at=clock.now(), cancel_reason=last.ended_because)
