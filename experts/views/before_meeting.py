"""What stands on a booking's page before the meeting: the card, the talk, who insures, what to arrange, how safe it is."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from experts.domain import care_facts
from experts.models import Booking, Offer

PAGES = {"card_url": "agreement_card", "briefing_url": "briefing"}


def of_booking(request: HttpRequest, booking: Booking, party: str) -> dict:
    """Two queries: who insures, and the talk before the meeting."""
    order = booking.booking_request
    needs = care_facts.needs_of(booking.expert)
    name = _("What the expert needs") if party == "orderer" else _("What you need at the place")
    return {
        **_urls(request, booking),
        "briefing": getattr(booking, "briefing", None) if order.client_meeting else None,
        "care_facts": [*care_facts.of_order(order), *([(name, needs)] if needs else [])],
    }


def of_offer(offer: Offer) -> dict:
    """What the expert reads before answering."""
    return {"care_facts": care_facts.of_order(offer.booking_request)}


def _urls(request: HttpRequest, booking: Booking) -> dict[str, str]:
    """On the side of the door the reader came by; one without an account who ordered has no card."""
    keys = request.resolver_match.kwargs
    if "token" not in keys:
        return {name: reverse(f"experts:{page}", args=[booking.pk]) for name, page in PAGES.items()}
    if "pk" in keys:
        return {}
    return {name: reverse(f"{page}_link", args=[keys["token"]]) for name, page in PAGES.items()}
