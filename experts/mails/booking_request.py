"""What is written about an order to its orderer and its coordinator. Never the goal, the need or any free text."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.domain.change import Change
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.models import BookingRequest

from . import outside_order


def received(order: BookingRequest) -> Message:
    """To the orderer: the order has arrived, and what happens next."""
    return _to_orderer("received", order)


def waiting(order: BookingRequest) -> Message:
    """To the coordinator: a new order waits for matching."""
    return _to_coordinator("waiting", order)


def changed(order: BookingRequest, changer: Person | None, *, was_booked: bool, changes: Sequence[Change] = ()) -> None:
    """To the orderer and the coordinator, save the one who made the change. The booking's message tells the orderer, too."""
    if changer != order.orderer and not was_booked:
        _to_orderer("changed", order, changes=changes)
    if changer != order.coordinator:
        _to_coordinator("changed", order, changes=changes)


def unmatched(order: BookingRequest) -> Message:
    """To the orderer: nobody has been found yet, and the search goes on."""
    return _to_orderer("unmatched", order)


def cancelled(order: BookingRequest, canceller: Person | None, *, was_booked: bool) -> None:
    """To the orderer, unless the booking's own message tells it, and to the coordinator unless that is who cancelled."""
    if not was_booked:
        _to_orderer("cancelled", order)
    if canceller != order.coordinator:
        _to_coordinator("cancelled", order)


def again(order: BookingRequest, kind: str, to: Person, press: str) -> Message | None:
    """The same kind once more, as the order stands now, to its orderer or its coordinator."""
    if to == order.orderer:
        return _to_orderer(kind, order, again=press)
    return _to_coordinator(kind, order, again=press) if to == order.coordinator else None


def _to_orderer(kind: str, order: BookingRequest, **more: object) -> Message:
    context = _context(order, order.orderer)
    names = [order.coordinator] if order.coordinator else []
    reply_to = order.coordinator.email if order.coordinator else ""
    return _queue(kind, order, order.orderer, context, names, reply_to, **more)


def _to_coordinator(kind: str, order: BookingRequest, **more: object) -> Message | None:
    # The one who coordinates may also order: one message is enough.
    if order.coordinator is None or order.coordinator == order.orderer:
        return None
    return _queue(
        kind, order, order.coordinator, _context(order, order.coordinator), [order.orderer], order.orderer.email, **more
    )


def _queue(
    kind: str, order: BookingRequest, to: Person, context: dict, names: list[Person], reply_to: str, **more: object
) -> Message:
    return outbox.queue(
        f"experts.booking_request.{kind}",
        to=to,
        context=context,
        about=order,
        version=order.version,
        names=names,
        reply_to=reply_to,
        **more,
    )


def _context(order: BookingRequest, to: Person) -> dict:
    personal = outside_order.address_of(order) if to == order.orderer else ""
    with translation.override(to.language):
        path = reverse("experts:order", args=[order.number])
    if to != order.orderer:
        path = reverse("booking_request:page", args=[order.pk])
    return {
        "order": order,
        "times": list(order.times.filter(kind="main")),
        "coordinator": order.coordinator,
        "to_orderer": to == order.orderer,
        "address": personal or settings.WAGTAILADMIN_BASE_URL + path,
    }
