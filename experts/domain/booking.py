"""The verbs of a booking: a yes that holds a place, the hours it takes, and its outcome (EX-11, CM-10, CM-14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, reminder
from coordination.messaging.domain.change import Change
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow
from experts.mails import booking as mails
from experts.models import Booking, BookingRequest, Offer, OfferTime, RequestedTime, Session
from experts.permissions import booking as permissions
from experts.permissions import offer as offer_permissions

from . import booking_check as check
from . import booking_request_time, booking_seat, cancel_words, seat_role, session_due
from .booking_price import is_busy
from .booking_settle import close_if_debriefed, settle, settle_order
from .offer_close import close_rest, end, unbooked
from .offer_lock import lock, lock_with
from .session import falling_off, hold, planned_of, take_off
from .session_due import Event

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
    # Roles are filled one by one: the others go on waiting, and nobody need tell why.
    check.refuse_wrong_number(len(booking_seat.open_seats(order)), len(chosen), fewer or bool(seat_role.of(order)))
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
        filled = booking_seat.fill(order, sorted(willing, key=lambda offer: (offer.answered_at, offer.pk)))
        if seats and len(filled) == seats:
            return _engage(order, time, sorted(filled.values(), key=lambda offer: offer.expert_id), by)
    return []


@transaction.atomic
def republish(booking: Booking, changes: Sequence[Change] = ()) -> Booking:
    """Tell both sides, and their calendars, that the place or the way there has changed: `changes` tells what."""
    for session in planned_of(booking):
        booking_seat.put_entry(session)
    mails.changed(booking, changes)
    remind(booking)
    return booking


@transaction.atomic
def cancel(
    booking: Booking, by: Actor, reason: str = "", *, code: str = "", event: str = "", seen: str | None = None
) -> Booking:
    """Cancel what is still to come of one booking: what is due is owed, the hours are free, both sides are told.

    Where some of its sessions were held already, the booking counts as held with them; when it is the expert who leaves,
    somebody else is looked for to the rest. The last booking of an order
    takes it back to the coordinator's queue, with its time where it was the expert who cancelled; beside standing
    bookings the order stays confirmed with an open place. The expert need not tell why, the others choose a reason
    (`code`, a value of `CancelReason`) or write one; it stands in no message. `event` names what it counts as, when not
    plainly the actor's cancellation. `seen` is the seal of the consequence that was shown: where it has changed since,
    nothing happens. Raises `Refused`.
    """
    order = lock_with(booking)
    if not permissions.may_cancel(by, booking):
        raise Refused(_("Only the parties of the booking and the coordinator can cancel it."), code="stranger")
    check.refuse_ended(booking)
    by_expert = permissions.is_expert(by, booking)
    said = cancel_words.kept(code, reason, is_needed=not by_expert)
    counted = event or counts_as(booking, by)
    off = falling_off(booking, counted)
    dues = session_due.dues(off, counted)
    session_due.refuse_unseen(dues, seen)
    for found in dues:
        take_off(found, by, said)
    outbox.supersede(booking)
    if booking.sessions.exclude(status=Session.Status.CANCELLED).exists():
        _end_in_the_middle(booking, off, is_replaced=by_expert)
        settle(booking, by, because=said)
    else:
        workflow.move(booking, Status.CANCELLED, by, ended_because=said, ended_code=code)
        end(booking.offer, Offer.Status.DECLINED if by_expert else Offer.Status.WITHDRAWN, by)
    mails.cancelled(booking, off, tell_coordinator=by_expert)
    settle_order(order, by, keeps_time=by_expert)
    return booking


def _end_in_the_middle(booking: Booking, off: Sequence[Session], *, is_replaced: bool) -> None:
    """What was held stays with its fees; where the expert left, the place is free again for what is still to come."""
    booking_seat.follow(booking)
    if is_replaced and any(each.starts_at > clock.now() for each in off):
        booking.left_at = clock.now()
        booking.save(update_fields=["left_at"])
        booking_request_time.go_on(booking.booking_request, off)


def counts_as(booking: Booking, by: Actor) -> str:
    """Whose cancellation it is: the expert's own, else the orderer's, also when the office cancels."""
    return Event.CANCELLED_BY_EXPERT if permissions.is_expert(by, booking) else Event.CANCELLED_BY_ORDERER


@transaction.atomic
def mark_held(booking: Booking, by: Actor) -> Booking:
    """All that is left of the booking was held: its fees are owed. A client meeting needs the whole agreement first (CM-10).

    Raises `Refused` before all of it is over, without the agreement, and for the expert, whose fee it is.
    """
    lock_with(booking)
    check.refuse_ended(booking)
    left = planned_of(booking)
    for session in left:
        session.booking = booking
        check.refuse_outcome(session, by)
        check.refuse_unagreed(session)
    for session in left:
        hold(session, by)
    settle(booking, by)
    return booking


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
    close_rest(order, by, waiting=booking_seat.open_seats(order) if seat_role.of(order) and not fewer else ())
    if order.status != Order.CONFIRMED:
        workflow.move(order, Order.CONFIRMED, by)
    for made in bookings:
        outbox.supersede(made.offer)
        mails.confirmed(made)
        remind(made)
    return bookings


def remind(booking: Booking) -> None:
    """Before each session, to each side as its channel needs (KP-03); reminders of an earlier time never leave."""
    order = booking.booking_request
    for session in planned_of(booking):
        session.booking = booking
        outbox.supersede(session, kind=mails.REMINDER, before=order.version)
        for person in (booking.expert.person, order.orderer):
            for part, moment in enumerate(reminder.moments(session.starts_at, order.unit, person.channel)):
                mails.reminder(session, person, moment, part)
