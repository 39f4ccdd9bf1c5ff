"""Pages of orders with several times and roles."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.demo import cast
from coordination.people.actor import Actor
from experts.domain import booking_request
from experts.models import Booking, BookingRequest, TaskType
from tests.journeys import pages


def training() -> BookingRequest:
    """The demo's training, half cast."""
    return BookingRequest.objects.filter(roles__isnull=False, status="confirmed").distinct().latest("pk")


def evenings() -> Booking:
    return Booking.objects.filter(sessions__kind="further", status="confirmed").distinct().order_by("pk").first()


def draft(task: str) -> BookingRequest:
    """A draft is nowhere in the demo: it is begun here."""
    order = training()
    return booking_request.draft(Actor.of(order.orderer.user), order.unit, TaskType.objects.get(code=task))


def orderer(language: str) -> Iterator[pages.Address]:
    half_cast = draft("encounter-training").number
    yield pages.at("experts:order_edit", half_cast, "tavoite")
    door, times = pages.at("experts:order_edit", half_cast, "aika")
    yield door, f"{times}?rivit=1"
    yield pages.at("experts:order_edit", draft("assignment").number, "aika")
    yield pages.at("experts:order", training().number)
    yield pages.at("experts:booking", evenings().pk)


def coordinator(language: str) -> Iterator[pages.Address]:
    booking = evenings()
    yield pages.at("booking_request:page", training().pk)
    yield pages.at("booking_request:page", booking.booking_request_id)
    yield pages.at("booking_request:held", booking.booking_request_id, booking.pk)


WALKS: dict[str, pages.Walk] = {
    "sessions, staff": (lambda: pages.somebody(cast.SARI), orderer),
    "sessions, coordinator": (lambda: pages.somebody(cast.KAISA), coordinator),
}
NO_PAGES: dict[str, str] = {}
