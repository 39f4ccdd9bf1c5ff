"""Why a booking cannot be confirmed or told of: each refusal says what to do instead."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.models import Agreement, Booking, BookingRequest, Expert, Offer, OfferTime, RequestedTime, Session
from experts.permissions import booking as permissions

from .background_check import refuse_unchecked
from .booking_price import clashes
from .contract_check import refuse_unsigned
from .offer_close import unbooked

Order = BookingRequest.Status


def refuse_unready(order: BookingRequest, time: RequestedTime, offers: Sequence[Offer]) -> None:
    if order.status not in {Order.OFFERED, Order.CONFIRMED}:
        raise Refused(_("This order does not wait for confirmation. Open it again to see how it stands."), code="moved")
    if time.booking_request_id != order.pk or time.kind != RequestedTime.Kind.MAIN or not offers:
        raise Refused(_("Choose a time of this order and those who accepted it."), code="time")
    if time.starts_at <= clock.now():
        raise Refused(_("This time has passed. Ask the orderer for new times."), code="past")
    if order.times.filter(chosen=True).exclude(pk=time.pk).exists():
        raise Refused(_("Another time is confirmed already with a colleague."), code="time")
    ready = {offer.pk for offer in unbooked(order) if offer.status == Offer.Status.ACCEPTED}
    ticked = set(OfferTime.objects.filter(time=time).values_list("offer", flat=True))
    for offer in offers:
        name = {"name": offer.expert.person.full_name}
        if offer.pk not in ready:
            raise Refused(
                _("The offer to %(name)s is not accepted any more. Open the order again.") % name, code="not_accepted"
            )
        if offer.pk not in ticked:
            raise Refused(_("%(name)s has not accepted this time.") % name, code="not_ticked")
        if offer.expert.status != Expert.Status.ACTIVE:
            raise Refused(_("%(name)s does not take bookings now. Choose another expert.") % name, code="inactive")
        refuse_unchecked(order, offer.expert, [time])
        refuse_unsigned(order, offer.expert, [time])
        if busy := clashes(order, offer.expert, time):
            words = _("%(name)s already has a booking at %(when)s. Choose another time or another expert.")
            raise Refused(words % {**name, "when": formats.span(busy[0].starts_at, busy[0].ends_at)}, code="busy")


def refuse_wrong_number(seats: int, offers: int, fewer: str | bool) -> None:
    numbers = {"seats": seats, "offers": offers}
    if offers > seats:
        raise Refused(
            _("There are %(seats)s open places and %(offers)s experts. Choose who comes.") % numbers, code="too_many"
        )
    if offers < seats and not fewer:
        words = _(
            "There are %(seats)s open places and %(offers)s experts. Wait for more answers, or tell why fewer is enough."
        )
        raise Refused(words % numbers, field="fewer", code="too_few")


def refuse_ended(booking: Booking) -> None:
    if booking.status != Booking.Status.CONFIRMED:
        raise Refused(
            _("This is “%(state)s” now, so that cannot be done any more. Open the page again to see how it stands.")
            % {"state": booking.get_status_display()},
            code="moved",
        )


def refuse_outcome(session: Session, by: Actor) -> None:
    if not permissions.may_tell_outcome(by, session.booking):
        raise Refused(
            _("The orderer or the coordinator tells whether it was held, never the expert who is paid."),
            code="stranger",
        )
    if session.ends_at > clock.now():
        words = _("The meeting ends on %(moment)s. Tell after it whether it was held.")
        raise Refused(words % {"moment": formats.moment(session.ends_at)}, code="early")


def refuse_unagreed(session: Session) -> None:
    """A client meeting is not held without the agreement of both parties (CM-10); a talk or rehearsal before it may be."""
    if session.kind in {RequestedTime.Kind.PREPARATION, RequestedTime.Kind.REHEARSAL}:
        return
    booking = session.booking
    agreement = Agreement.objects.filter(booking=booking).first()
    if booking.booking_request.client_meeting and not (agreement and agreement.complete):
        words = _(
            "The agreement on confidentiality, roles and division of work is not complete. Both sides tick it first."
        )
        raise Refused(words, code="agreement")
