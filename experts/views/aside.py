"""What stands beside an offer or a booking for its expert: the conversations, and the way to tell of bad treatment."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse

from coordination.people.actor import Actor
from experts.domain import appearance
from experts.models import Appearance, Booking, Offer

from . import conversation


def of_booking(request: HttpRequest, booking: Booking, party: str, by: Actor) -> dict:
    """For the expert alone; the orderer's conversation hangs on the order."""
    if party != "expert":
        return {}
    if token := _token(request):
        urls = [reverse(name, args=[token]) for name in ("concern_link", "appearance_link")]
        talk = conversation.entries_by_link(booking, by, token)
    else:
        urls = [reverse(name, args=[booking.pk]) for name in ("experts:concern", "experts:appearance")]
        talk = conversation.entries(booking.booking_request, by, booking.expert)
    return {"talk": talk, "concern_url": urls[0], **_appearance(booking, urls[1])}


def _appearance(booking: Booking, url: str) -> dict:
    if not appearance.is_asked(booking.booking_request):
        return {}
    if not Appearance.objects.filter(offer=booking.offer_id).exists():
        return {}
    return {"appearance_url": url, "appearance_gone": appearance.lacks_consent(booking)}


def of_offer(request: HttpRequest, offer: Offer, by: Actor) -> dict:
    """The asked expert may ask the coordinator before answering."""
    if token := _token(request):
        return {"talk": conversation.entries_by_link(offer, by, token)}
    return {"talk": conversation.entries(offer.booking_request, by, offer.expert)}


def _token(request: HttpRequest) -> str:
    """The token of the safe link the page was opened by; empty for one who is signed in."""
    return request.resolver_match.kwargs.get("token", "")
