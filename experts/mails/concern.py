"""What is written about a concern: that something waits. Never what, of which order, or of whom."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message
from experts.models import Concern


def told(concern: Concern) -> Message:
    """To the coordinator who was chosen: somebody hopes that you read."""
    to = concern.coordinator
    with translation.override(to.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("concern:page", args=[concern.pk])
    return outbox.queue("experts.concern.told", to=to, context={"address": address}, about=concern)


def handled(concern: Concern) -> Message:
    """To the expert: there is an answer to read."""
    to, booking = concern.teller, concern.booking
    with translation.override(to.language):
        address = settings.WAGTAILADMIN_BASE_URL + reverse("experts:concern", args=[booking.pk])
    link = safe_link.placeholder(booking.link) if booking.link and not to.user_id else ""
    context = {"coordinator": concern.coordinator, "address": link or address}
    return outbox.queue("experts.concern.handled", to=to, context=context, about=concern, names=[concern.coordinator])
