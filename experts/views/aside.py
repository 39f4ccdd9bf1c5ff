"""What stands beside an offer or a booking for its expert: the conversations, and the way to tell of bad treatment."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from coordination.people.actor import Actor
from experts.models import Booking, Offer

from . import conversation


def of_booking(request: HttpRequest, booking: Booking, party: str, by: Actor) -> dict:
    """For the expert alone; the orderer's conversation hangs on the order."""
    if party != "expert":
        return {}
    if token := _token(request):
        talk = conversation.entries_by_link(booking, by, token)
        return {"talk": talk, "concern_url": reverse("concern_link", args=[token])}
    talk = conversation.entries(booking.booking_request, by, booking.expert)
    return {"talk": talk, "concern_url": reverse("experts:concern", args=[booking.pk])}


def of_offer(request: HttpRequest, offer: Offer, by: Actor) -> dict:
    """The asked expert may ask the coordinator before answering."""
    if token := _token(request):
        return {"talk": conversation.entries_by_link(offer, by, token)}
    return {"talk": conversation.entries(offer.booking_request, by, offer.expert)}


def _token(request: HttpRequest) -> str:
    """The token of the safe link the page was opened by; empty for one who is signed in."""
    return request.resolver_match.kwargs.get("token", "")
