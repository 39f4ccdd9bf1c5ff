"""The order of locks: experts by their keys, then the order. Every verb of offers and bookings begins here.

Two orders may want one expert, and one order several: whoever locks in another order than this one deadlocks.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q

from experts.models import Booking, BookingRequest, Expert, Offer


class _Changed(Exception):
    """Somebody joined the order between the reading and the locking."""


def lock(order: BookingRequest, experts: Iterable[Expert] = ()) -> BookingRequest:
    """Lock everybody with a living offer or a standing booking in the order, and `experts`; then the order itself.

    The caller's `order` gets the values of the locked row. Must stand inside a transaction.
    """
    wanted = {expert.pk for expert in experts}
    while True:
        taken = wanted | _involved(order)
        try:
            with transaction.atomic():
                _lock(order, taken)
                if not _involved(order) <= taken:
                    raise _Changed
        except _Changed:  # the savepoint gives the locks back, so they can be taken again in their order
            continue
        return order


def lock_with(row: Offer | Booking) -> BookingRequest:
    """Lock the order of an offer or a booking with everybody in it; `row` gets its values as they stand now."""
    order = lock(row.booking_request, [row.expert])
    row.refresh_from_db()
    row.booking_request = order
    return order


def lock_orders_of(expert: Expert) -> list[BookingRequest]:
    """Lock the expert with everybody in the orders where the expert has a living offer or a booking to come; then those
    orders, by their keys. Returns them. For a verb that reaches over several orders at once.
    """
    while True:
        orders = _orders_of(expert)
        taken = {expert.pk}.union(*map(_involved, orders))
        try:
            with transaction.atomic():
                _lock_experts(taken)
                for order in orders:
                    _lock_order(order)
                if _orders_of(expert) != orders or not all(_involved(order) <= taken for order in orders):
                    raise _Changed
        except _Changed:
            continue
        return orders


def _lock(order: BookingRequest, experts: set[int]) -> None:
    _lock_experts(experts)
    _lock_order(order)


def _lock_experts(experts: set[int]) -> None:
    # Without the key: a row that merely points at the expert (an offer, a wish) need not wait for us.
    list(Expert.objects.select_for_update(no_key=True).filter(pk__in=experts).order_by("pk").values_list("pk"))


def _lock_order(order: BookingRequest) -> None:
    order.refresh_from_db(from_queryset=BookingRequest.objects.select_for_update(of=("self",), no_key=True))


def _involved(order: BookingRequest) -> set[int]:
    alive = Offer.objects.alive().filter(booking_request=order).values_list("expert", flat=True)
    engaged = Booking.objects.standing().filter(booking_request=order).values_list("expert", flat=True)
    return {*alive, *engaged}


def _orders_of(expert: Expert) -> list[BookingRequest]:
    alive = Offer.objects.alive().filter(expert=expert).values("booking_request")
    engaged = Booking.objects.upcoming().filter(expert=expert).values("booking_request")
    return list(BookingRequest.objects.filter(Q(pk__in=alive) | Q(pk__in=engaged)).order_by("pk"))
