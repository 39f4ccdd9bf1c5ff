"""The door by which a page of another wing begins an order: what it knows comes in a POST, never in an address."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role
from experts.domain import booking_request
from experts.forms import booking_request_begun as begun
from experts.permissions import booking_request as permissions


@require_POST
@login_required
def order_begin(request: HttpRequest) -> HttpResponse:
    """Keeps what is known (`forms.booking_request_known`: aihe, paikka, alkaa, loppuu) in the session and goes on to the
    first step. The address tells only a key that means nothing to others; nothing is stored as an order yet.

    A coordinator who does not order goes on to write the order down for one who does.
    """
    refusal = refusal_of(Actor.of(request.user))
    writes_down = bool(refusal) and request.user.has_role(Role.Kind.COORDINATOR)
    if refusal and not writes_down:
        return render(request, "experts/booking_request/refused.html", {"refusal": refusal}, status=403)
    way = reverse("booking_request:new" if writes_down else "experts:order_new")
    return redirect(f"{way}?{begun.KEY}={begun.begin(request)}")


def refusal_of(by: Actor) -> Any:
    """Why this user cannot order at all, told before the form is filled in; empty when there is nothing in the way."""
    units = list(permissions.ordering_units(by.user))
    if not units:
        return _("Ordering is for client-work employees. If you are one, ask your supervisor for the role.")
    if len(units) > 1:
        return ""
    try:
        booking_request.agreement_of(units[0])
    except Refused as refused:
        return refused.message
    return ""
