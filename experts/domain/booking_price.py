"""The hours a booking takes from an expert, and what they cost."""

from __future__ import annotations

from datetime import datetime

from coordination.fees.domain import price
from coordination.fees.domain.price import Price
from experts.models import BookingRequest, BusyTime, Expert, RequestedTime

from .matching.need import taken

Span = tuple[datetime, datetime]


def busy_spans(order: BookingRequest, time: RequestedTime) -> list[Span]:
    """The hours that confirming a time takes (aware datetimes; ET-05, CM-11).

    One unbroken stretch of preparation, meeting and debrief; after it any rehearsals that have times of their own.
    """
    extra = order.times.exclude(kind=RequestedTime.Kind.MAIN)
    return [taken(order, time), *((each.starts_at, each.ends_at) for each in extra)]


def is_busy(order: BookingRequest, expert: Expert, time: RequestedTime) -> bool:
    """Whether another confirmed booking takes any of those hours."""
    busy = BusyTime.objects.filter(expert=expert).exclude(booking__booking_request=order)
    return any(busy.filter(starts_at__lt=ends, ends_at__gt=starts).exists() for starts, ends in busy_spans(order, time))


def price_of(order: BookingRequest, time: RequestedTime) -> Price:
    """The price of one expert at a time of the order: all the hours it takes count.

    Raises `Refused` where the order has no fee yet.
    """
    seconds = sum((ends - starts).total_seconds() for starts, ends in busy_spans(order, time))
    return price.snapshot(order.price_class, int(seconds) // 60, amount=order.offered_amount)
