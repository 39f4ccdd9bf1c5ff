"""What is written about an appearance in the media."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from experts.models import Booking


def withdrawn(booking: Booking) -> Message | None:
    """To the coordinator: a consent to an appearance is gone; whose stands behind the link."""
    order = booking.booking_request
    if order.coordinator is None:
        return None
    with translation.override(order.coordinator.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("booking_request:page", args=[order.pk])
    context = {"order": order, "address": address}
    return outbox.queue("experts.appearance.withdrawn", to=order.coordinator, context=context, about=booking)
