"""From what a message tells of to the page where its answer is written down."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from experts.models import Booking, BookingRequest, Debrief, Offer, Session

from . import booking_request_found as found

ORDER_OF = {
    "bookingrequest": (BookingRequest, "pk"),
    "offer": (Offer, "booking_request"),
    "booking": (Booking, "booking_request"),
    "session": (Session, "booking__booking_request"),
    "debrief": (Debrief, "booking__booking_request"),
}


@require_safe
def lead(request: HttpRequest, kind: str, key: int) -> HttpResponse:
    """An open offer leads to its answer, everything else to the page of its order."""
    if kind not in ORDER_OF:
        raise Http404
    model, path = ORDER_OF[kind]
    order_key = model.objects.filter(pk=key).values_list(path, flat=True).first()
    order = found.readable(request, order_key or 0)
    if kind == "offer" and found.may_act(request, order) and _is_open(key):
        return redirect("booking_request:answer", order.pk, key)
    return redirect("booking_request:page", order.pk)


def _is_open(offer: int) -> bool:
    return Offer.objects.filter(pk=offer, status=Offer.Status.OPEN).exists()
