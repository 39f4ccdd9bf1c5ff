"""Taking the places of an order: the bookings, the hours they take, their entries in calendars."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from coordination.calendar.domain import entry
from coordination.fees.domain.price import Price
from coordination.foundation import clock
from coordination.foundation.texts import MAIN_LANGUAGE, Texts
from coordination.messaging.domain import safe_link
from experts.models import Agreement, Booking, BookingRequest, BusyTime, Expert, Offer, RequestedTime

from .booking_clash import refusing_clashes
from .booking_price import busy_spans, price_of

# Neutral: an entry may be seen over a shoulder, and a client's matter is never told (L-12).
TITLE = gettext_lazy("Meeting with an expert by experience")
LINK_LIVES = timedelta(days=30)


def uid(booking: Booking) -> str:
    """The stable UID of the booking's calendar entry."""
    return f"booking-{booking.pk}@kuuluviin"


def open_seats(order: BookingRequest) -> list[int]:
    """The numbers of the places nobody holds."""
    taken = set(Booking.objects.standing().filter(booking_request=order).values_list("seat", flat=True))
    return [seat for seat in range(1, order.seats + 1) if seat not in taken]


def take(order: BookingRequest, time: RequestedTime, offers: Sequence[Offer]) -> list[Booking]:
    """Book the experts of the offers, in the order of their keys, into the lowest open places.

    The database has the last word on places and hours; its no comes as `Refused`. The order and the experts are locked.
    """
    price = price_of(order, time)
    spans = busy_spans(order, time)
    with refusing_clashes():
        return [
            _book(order, time, offer, seat, price, spans)
            for seat, offer in zip(open_seats(order), offers, strict=False)
        ]


def put_entry(booking: Booking) -> None:
    """Write the booking's calendar entry: the whole stretch, a neutral title, both sides as guests."""
    order = booking.booking_request
    hours = booking.busy_times.order_by("pk").first()
    booking.entry = entry.put(
        uid(booking),
        starts_at=hours.starts_at,
        ends_at=hours.ends_at,
        titles=Texts.translated(TITLE),
        guests=[order.orderer, booking.expert.person],
        place="" if order.mode == BookingRequest.Mode.REMOTE else order.place,
        online_url="" if order.mode == BookingRequest.Mode.PLACE else order.online_url,
        url_name="experts:booking",
        object_key=str(booking.pk),
        contact_name=order.coordinator.full_name if order.coordinator else "",
    )
    booking.save(update_fields=["entry"])


def _book(order: BookingRequest, time: RequestedTime, offer: Offer, seat: int, price: Price, spans: list) -> Booking:
    is_paid = offer.fee_choice == Expert.FeeMode.FEE
    booking = Booking.objects.create(
        booking_request=order,
        expert=offer.expert,
        offer=offer,
        time=time,
        seat=seat,
        starts_at=time.starts_at,
        ends_at=time.ends_at,
        confirmed_at=clock.now(),
        fee_choice=offer.fee_choice,
        price_code=price.code,
        price_name=price.name,
        rate=price.rate,
        quantity=price.quantity,
        amount=price.amount if is_paid else Decimal("0.00"),
        amount_reason=order.amount_reason if is_paid else _costs_only(),
        link=safe_link.make("agreement", offer.expert.person, time.ends_at + LINK_LIVES),
    )
    BusyTime.objects.bulk_create(
        BusyTime(booking=booking, expert=offer.expert, starts_at=starts, ends_at=ends) for starts, ends in spans
    )
    if order.client_meeting:
        Agreement.objects.create(booking=booking)
    put_entry(booking)
    return booking


def _costs_only() -> str:
    """Kept with the booking and the ledger, so in the house's main language."""
    with override(MAIN_LANGUAGE):
        return _("The expert chose costs only")
