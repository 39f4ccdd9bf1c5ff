"""Walks over cancelling, not coming and moving a time."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.fees.domain import consequence_keeping
from coordination.fees.domain.consequence import DEFAULTS, Event
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import replacement
from experts.models import Booking, BookingRequest, TimeChange
from tests.journeys.pages import Address, Walk, at, somebody


def _moving() -> TimeChange:
    return TimeChange.objects.open().get()


def _booking() -> Booking:
    return Booking.objects.get(booking_request=_moving().time.booking_request, status=Booking.Status.CONFIRMED)


def by_link(language: str) -> Iterator[Address]:
    """The expert without an account: the question, and what may be done with the booking."""
    row, booking = _moving().answers.get(), _booking()
    # A link speaks the language of the person it was sent to.
    Person.objects.filter(pk=row.person_id).update(language=language)
    token, session = safe_link.token(booking.link), booking.sessions.get().pk
    yield at("time_change_link", safe_link.token(row.link))
    yield at("booking_cancel_link", token)
    yield at("session_cancel_link", token, session)
    yield at("session_claim_link", token, session)
    yield at("session_move_link", token, session)


def sari(language: str) -> Iterator[Address]:
    """The orderer: cancelling, the client's permission, another time."""
    booking = _booking()
    session = booking.sessions.get().pk
    yield at("experts:order_permission", booking.booking_request.number)
    yield at("experts:booking_cancel", booking.pk)
    yield at("experts:session_cancel", booking.pk, session)
    yield at("experts:session_move", booking.pk, session)


def veera(language: str) -> Iterator[Address]:
    """The signed-in expert: the question, and telling that nobody came."""
    booking = _booking()
    yield at("experts:time_change", _moving().pk)
    yield at("experts:session_claim", booking.pk, booking.sessions.get().pk)


def kaisa(language: str) -> Iterator[Address]:
    """The coordinator: the tables, a place to fill again, sessions and answers on the phone."""
    by, change, booking = Actor.of(somebody(cast.KAISA).user), _moving(), _booking()
    order, session = booking.booking_request_id, booking.sessions.get().pk
    event, unit = Event.CANCELLED_BY_ORDERER, booking.booking_request.unit
    table = consequence_keeping.keep(event, DEFAULTS[event], by, unit=unit)
    left = next(row for row in BookingRequest.objects.order_by("-pk") if replacement.time_of(row))
    yield at("fees_consequence:index")
    yield at("fees_consequence:choose")
    yield at("fees_consequence:new", event)
    yield at("fees_consequence:page", table[0].pk)
    yield at("booking_request:page", left.pk)
    yield at("booking_request:page", order)
    yield at("booking_request:permission", order)
    yield at("booking_request:session_cancel", order, booking.pk, session)
    yield at("booking_request:session_tell", order, booking.pk, session)
    yield at("booking_request:session_move", order, booking.pk, session)
    yield at("booking_request:time_answer", order, change.answers.get().pk)
    yield at("booking_request:time_withdraw", change.time.booking_request_id, change.pk)


WALKS: dict[str, Walk] = {
    "moving, by link": (lambda: None, by_link),
    "moving, orderer": (lambda: somebody(cast.SARI), sari),
    "moving, expert": (lambda: somebody(cast.VEERA), veera),
    "moving, coordinator": (lambda: somebody(cast.KAISA), kaisa),
}
NO_PAGES: dict[str, str] = {
    "booking_request:replacement_ask": "a press on the order's page",
    "booking_request:replacement_confirm": "a press on the order's page",
}
