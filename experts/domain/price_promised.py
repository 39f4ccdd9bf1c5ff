"""Prices with which experts have been asked: what was offered is what is confirmed."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from experts.models import Booking, BookingRequest, Offer
from experts.permissions.booking_request import BEFORE_IT_IS_HELD


def is_asked_with(classes: Collection[int]) -> bool:
    """Whether a living offer without a booking is paid by one of the price classes (keys)."""
    paid = Q(price_class__in=classes) | Q(times__price_class__in=classes)
    orders = BookingRequest.objects.filter(paid, status__in=BEFORE_IT_IS_HELD)
    held = Booking.objects.standing().values("offer")
    return Offer.objects.alive().filter(booking_request__in=orders.values("pk")).exclude(pk__in=held).exists()
