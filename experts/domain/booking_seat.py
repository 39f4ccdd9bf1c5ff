"""Taking the places of an order: the bookings, the hours they take, their entries in calendars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from django.db.models import Max, Min
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from coordination.calendar.domain import entry
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE, Texts
from coordination.messaging.domain import safe_link
from experts.models import Agreement, Booking, BookingRequest, BusyTime, Expert, Offer, RequestedTime, Session

from .booking_clash import refusing_clashes
from .booking_price import NOTHING, price_at, times_with
from .matching.need import taken

# Neutral: an entry may be seen over a shoulder, and a client's matter is never told (L-12).
TITLES = {
    RequestedTime.Kind.MAIN: gettext_lazy("Meeting with an expert by experience"),
    RequestedTime.Kind.FURTHER: gettext_lazy("Meeting with an expert by experience"),
    RequestedTime.Kind.PREPARATION: gettext_lazy("Preparatory talk with an expert by experience"),
    RequestedTime.Kind.REHEARSAL: gettext_lazy("Rehearsal with an expert by experience"),
}
LINK_LIVES = timedelta(days=30)
WAITING = {BookingRequest.Status.SENT, BookingRequest.Status.OFFERED, BookingRequest.Status.UNMATCHED}


def uid(session: Session) -> str:
    """The stable UID of the session's calendar entry; the meeting itself is known by its booking."""
    if session.kind == RequestedTime.Kind.MAIN:
        return f"booking-{session.booking_id}@kuuluviin"
    return f"session-{session.pk}@kuuluviin"


def open_seats(order: BookingRequest) -> list[int]:
    """The numbers of the places nobody holds, also of those somebody left in the middle."""
    taken = set(Booking.objects.seated().filter(booking_request=order).values_list("seat", flat=True))
    return [seat for seat in range(1, order.seats + 1) if seat not in taken]


def waits_for_expert(order: BookingRequest) -> bool:
    """Whether somebody may be asked: before confirmation, or after it while a place stands open."""
    if order.status == BookingRequest.Status.CONFIRMED:
        return bool(open_seats(order))
    return order.status in WAITING


def fill(order: BookingRequest, offers: Sequence[Offer]) -> dict[int, Offer]:
    """Who would take which open place: an offer for a role its own place, the others the lowest left, in turn (ET-01).

    An offer for whose role somebody came first, and one too many, is left out.
    """
    left = open_seats(order)
    filled: dict[int, Offer] = {}
    for offer in offers:
        if offer.seat in left:
            filled[offer.seat] = offer
            left.remove(offer.seat)
    anywhere = [offer for offer in offers if offer.seat is None]
    return filled | dict(zip(left, anywhere, strict=False))


def take(order: BookingRequest, time: RequestedTime, offers: Sequence[Offer]) -> list[Booking]:
    """Book the experts of the offers, in the order of their keys, into the places of their roles or the lowest open ones.

    The database has the last word on places and hours; its no comes as `Refused`, and so does a role that is taken. The
    order and the experts are locked.
    """
    filled = fill(order, offers)
    if len(filled) < len(offers):
        raise Refused(_("This role has been filled already. Choose somebody for an open role."), code="role")
    times = times_with(order, time)
    with refusing_clashes():
        return [_book(order, time, offer, seat, times) for seat, offer in sorted(filled.items())]


def follow(row: Booking) -> None:
    """A booking starts with its first session and ends with its last; its link lives on with it."""
    stands = row.sessions.exclude(status=Session.Status.CANCELLED)
    found = stands.aggregate(starts=Min("starts_at"), ends=Max("ends_at"))
    row.starts_at, row.ends_at = found["starts"], found["ends"]
    row.save(update_fields=["starts_at", "ends_at"])
    if row.link and row.link.expires_at < row.ends_at + LINK_LIVES:
        row.link.expires_at = row.ends_at + LINK_LIVES
        row.link.save(update_fields=["expires_at"])


def put_entry(session: Session) -> None:
    """Write the session's calendar entry: the whole stretch, a neutral title, both sides as guests."""
    booking = session.booking
    order = booking.booking_request
    hours = session.busy_times.order_by("pk").first()
    session.entry = entry.put(
        uid(session),
        starts_at=hours.starts_at,
        ends_at=hours.ends_at,
        titles=Texts.translated(TITLES[session.kind]),
        guests=[order.orderer, booking.expert.person],
        place="" if order.mode == BookingRequest.Mode.REMOTE else order.place,
        online_url="" if order.mode == BookingRequest.Mode.PLACE else order.online_url,
        url_name="experts:booking",
        object_key=str(booking.pk),
        contact_name=order.coordinator.full_name if order.coordinator else "",
    )
    session.save(update_fields=["entry"])


def _book(
    order: BookingRequest, time: RequestedTime, offer: Offer, seat: int, times: Sequence[RequestedTime]
) -> Booking:
    is_paid = offer.fee_choice == Expert.FeeMode.FEE
    ends_at = max(each.ends_at for each in times)
    booking = Booking.objects.create(
        booking_request=order,
        expert=offer.expert,
        offer=offer,
        time=time,
        seat=seat,
        starts_at=times[0].starts_at,
        ends_at=ends_at,
        confirmed_at=clock.now(),
        fee_choice=offer.fee_choice,
        amount_reason=order.amount_reason if is_paid else _costs_only(),
        link=safe_link.make("agreement", offer.expert.person, ends_at + LINK_LIVES),
    )
    if order.client_meeting:
        Agreement.objects.create(booking=booking)
    sessions = [_session(booking, each) for each in times]
    booking.amount = sum(session.amount for session in sessions)
    booking.save(update_fields=["amount"])
    return booking


def _session(booking: Booking, time: RequestedTime) -> Session:
    """One session with its price as it stands now, its hours and its entry."""
    order = booking.booking_request
    price = price_at(order, time)
    is_paid = booking.fee_choice == Expert.FeeMode.FEE
    is_owed = price is not NOTHING
    session = Session.objects.create(
        booking=booking,
        time=time,
        kind=time.kind,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        price_code=price.code,
        price_name=price.name,
        rate=price.rate,
        price_parts=[part.kept() for part in price.parts],
        quantity=price.quantity,
        amount=price.amount if is_paid else NOTHING.amount,
        amount_reason=booking.amount_reason if is_owed else _not_owed(order),
        is_owed=is_owed,
    )
    starts, ends = taken(order, time)
    BusyTime.objects.create(booking=booking, session=session, expert=booking.expert, starts_at=starts, ends_at=ends)
    put_entry(session)
    return session


def _not_owed(order: BookingRequest) -> str:
    """Why a session brings nothing to the ledger; kept, so in the house's main language."""
    with override(MAIN_LANGUAGE):
        if order.task_type.is_assignment:
            return _("Paid as wages by %(payer)s") % {"payer": order.payer or order.unit}
        return _("Included in the fee of the meeting")


def _costs_only() -> str:
    """Kept with the booking and the ledger, so in the house's main language."""
    with override(MAIN_LANGUAGE):
        return _("The expert chose costs only")
