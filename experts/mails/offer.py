"""What is written about an offer. The goal of a client meeting is read behind the link, never in a mail (L-12)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from django.conf import settings
from django.urls import reverse

from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.domain.change import Change
from coordination.messaging.models import Message
from experts.models import Offer, RequestedTime


def ask(offer: Offer, times: Sequence[RequestedTime], amount: Decimal) -> Message:
    """To the expert: would you come? `amount` in euros is the fee as the price stands now."""
    context = {
        "times": times,
        "amount": amount,
        "code": _code(offer),
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
    }
    return _to_expert("ask", offer, context, valid_until=offer.expires_at)


def filled(offer: Offer) -> Message:
    """To the expert: thank you, another expert was chosen this time."""
    return _to_expert("filled", offer)


def withdrawn(offer: Offer) -> Message:
    """To the expert: the offer is not there any more."""
    return _to_expert("withdrawn", offer)


def changed(offer: Offer, changes: Sequence[Change]) -> Message:
    """To the expert who has been asked, also one who has said yes: what it hangs on has changed, and where to read it."""
    return _to_expert("changed", offer, version=offer.booking_request.version, changes=changes)


def accepted(offer: Offer) -> Message | None:
    """To the coordinator: a yes waits for confirmation."""
    return _to_coordinator("accepted", offer)


def declined(offer: Offer) -> Message | None:
    """To the coordinator: a no."""
    return _to_coordinator("declined", offer)


def expired(offer: Offer) -> Message | None:
    """To the coordinator: no answer came in time."""
    return _to_coordinator("expired", offer)


def _to_expert(kind: str, offer: Offer, context: dict | None = None, **when: object) -> Message:
    order = offer.booking_request
    link = safe_link.placeholder(offer.link) if offer.link else ""
    return outbox.queue(
        f"experts.offer.{kind}",
        to=offer.expert.person,
        context={"offer": offer, "order": order, "coordinator": order.coordinator, "link": link, **(context or {})},
        about=offer,
        names=[order.coordinator] if order.coordinator else [],
        reply_to=order.coordinator.email if order.coordinator else "",
        **when,
    )


def _to_coordinator(kind: str, offer: Offer) -> Message | None:
    order = offer.booking_request
    if order.coordinator is None:
        return None
    context = {
        "offer": offer,
        "order": order,
        "expert": offer.expert.person,
        "address": settings.WAGTAILADMIN_BASE_URL + reverse("booking_request:page", args=[order.pk]),
    }
    return outbox.queue(
        f"experts.offer.{kind}", to=order.coordinator, context=context, about=offer, names=[offer.expert.person]
    )


def _code(offer: Offer) -> str:
    return safe_link.code_placeholder(offer.link) if offer.link else ""
