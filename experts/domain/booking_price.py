"""The sessions confirming a time brings, the hours they take from an expert, and what they cost."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from coordination.fees.domain import price
from coordination.fees.domain.price import Price
from coordination.foundation import clock
from experts.models import BookingRequest, BusyTime, Expert, RequestedTime

from .matching.need import taken

NOTHING = Price(code="", name="", rate=Decimal("0.00"), quantity=Decimal("1.00"), amount=Decimal("0.00"))


def times_with(order: BookingRequest, time: RequestedTime) -> list[RequestedTime]:
    """Everything that is still to happen when a main time is chosen: it, the talks, rehearsals and further meetings."""
    now = clock.now()
    others = [each for each in order.times.all() if each.kind != RequestedTime.Kind.MAIN and each.ends_at > now]
    return sorted([time, *others], key=lambda each: (each.starts_at, each.pk))


def is_busy(order: BookingRequest, expert: Expert, time: RequestedTime) -> bool:
    """Whether another confirmed booking takes any of those hours."""
    return bool(clashes(order, expert, time))


def clashes(order: BookingRequest, expert: Expert, time: RequestedTime) -> list[RequestedTime]:
    """The times, of all that go with a main time, at which another confirmed booking holds the expert. One query."""
    times = times_with(order, time)
    spans = [taken(order, each) for each in times]
    first, last = min(starts for starts, _ in spans), max(ends for _, ends in spans)
    rows = BusyTime.objects.filter(expert=expert, starts_at__lt=last, ends_at__gt=first)
    busy = list(rows.exclude(booking__booking_request=order).values_list("starts_at", "ends_at"))
    return [
        each
        for each, (starts, ends) in zip(times, spans, strict=True)
        if any(starts < until and since < ends for since, until in busy)
    ]


def price_at(order: BookingRequest, each: RequestedTime) -> Price:
    """What one session costs, for one expert: by its own class, or as the order is paid; nothing where it is included.

    An assignment is paid as wages, so nothing of it comes to the ledger (PS-01). Raises `Refused` without a fee.
    """
    if each.included or order.task_type.is_assignment:
        return NOTHING
    starts, ends = taken(order, each)
    minutes = int((ends - starts).total_seconds()) // 60
    if each.price_class:
        return price.snapshot(each.price_class, minutes)
    return price.snapshot(order.price_class, minutes, amount=order.offered_amount)


def price_of(order: BookingRequest, time: RequestedTime) -> Price:
    """The price of one expert for a main time and all that goes with it: the main time's, with the sum of all.

    Raises `Refused` where the order has no fee yet.
    """
    prices = {each.pk: price_at(order, each) for each in times_with(order, time)}
    return replace(prices[time.pk], amount=sum(each.amount for each in prices.values()))
