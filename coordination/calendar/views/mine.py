"""My calendar: what is coming, and the address for a calendar program."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from coordination.calendar.domain import feed as feeds
from coordination.calendar.models import Entry
from coordination.foundation import clock


@login_required
def show(request: HttpRequest) -> HttpResponse:
    coming = (
        Entry.objects.visible_to(request.user).standing().filter(ends_at__gte=clock.now()).order_by("starts_at")[:50]
    )
    address = _address(request)
    return render(
        request,
        "calendar/mine.html",
        {"entries": coming, "address": address, "subscribe": "webcal:" + address.partition(":")[2] if address else ""},
    )


@login_required
@require_POST
def renew(request: HttpRequest) -> HttpResponse:
    """A new secret address: the old one stops working."""
    person = request.user.as_person()
    if person:
        had_one = feeds.mine(person) is not None
        feeds.make(person)
        messages.success(
            request,
            _("Your calendar has a new address. The old one does not work any more.")
            if had_one
            else _("Your calendar has an address now. Copy it from below."),
        )
    return redirect("calendar:mine")


@login_required
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    person = request.user.as_person()
    if person:
        feeds.revoke(person)
        messages.success(request, _("The calendar address does not work any more."))
    return redirect("calendar:mine")


def _address(request: HttpRequest) -> str:
    person = request.user.as_person()
    feed = feeds.mine(person) if person else None
    return settings.WAGTAILADMIN_BASE_URL + reverse("feed", args=[feeds.token(feed)]) if feed else ""
