"""An order, its offers and its bookings by key, for the coordinator of the branch. One's own matters are another's to handle."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from coordination.people.actor import Actor
from experts.models import Booking, BookingRequest, Debrief, Offer
from experts.permissions.booking_request import coordinates
from experts.permissions.offer import is_oneself


def readable(request: HttpRequest, pk: int) -> BookingRequest:
    """Raises `Http404` for an order of another branch or a draft, `PermissionDenied` without the right to look."""
    if not request.user.has_perm("experts.view_bookingrequest"):
        raise PermissionDenied
    rows = BookingRequest.objects.coordinated_by(request.user)
    rows = rows.select_related("unit", "task_type", "orderer", "coordinator", "payer", "price_class", "follows")
    return get_object_or_404(rows, pk=pk)


def may_act(request: HttpRequest, order: BookingRequest) -> bool:
    return coordinates(request.user, order.unit)


def to_act(request: HttpRequest, pk: int) -> BookingRequest:
    """An order the reader coordinates: looking alone is not enough."""
    order = readable(request, pk)
    if not may_act(request, order):
        raise PermissionDenied
    return order


def offer_to_act(request: HttpRequest, pk: int, offer_pk: int) -> Offer:
    """An offer of the order; one made to oneself is another coordinator's to handle."""
    order = to_act(request, pk)
    rows = (
        Offer.objects.visible_to(request.user)
        .filter(booking_request=order)
        .select_related("expert__person", "expert__unit")
    )
    offer = get_object_or_404(rows, pk=offer_pk)
    if is_oneself(Actor.of(request.user), offer.expert):
        raise PermissionDenied
    offer.booking_request = order
    return offer


def booking_to_act(request: HttpRequest, pk: int, booking_pk: int) -> Booking:
    """A booking of the order; one's own is another coordinator's to handle."""
    order = to_act(request, pk)
    rows = (
        Booking.objects.visible_to(request.user)
        .filter(booking_request=order)
        .select_related("expert__person", "expert__unit")
    )
    booking = get_object_or_404(rows, pk=booking_pk)
    if is_oneself(Actor.of(request.user), booking.expert):
        raise PermissionDenied
    booking.booking_request = order
    return booking


def debrief_to_act(request: HttpRequest, pk: int, debrief_pk: int) -> Debrief:
    debrief = get_object_or_404(Debrief.objects.select_related("booking"), pk=debrief_pk)
    debrief.booking = booking_to_act(request, pk, debrief.booking_id)
    return debrief
