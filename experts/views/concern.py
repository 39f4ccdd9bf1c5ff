"""Telling the coordinator alone of bad treatment on a booking: the expert, signed in or behind the booking's link."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.people.actor import Actor
from experts.forms.concern import TellForm
from experts.models import Booking, Concern

from .booking_reader import Reader, behind_link, own


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed-in expert's own booking: what has been told, with the answers, and the form."""
    booking = own(request, pk)
    told = Concern.objects.filter(booking=booking, teller=booking.expert.person).select_related("coordinator")
    context = {"told": told, "shows_words": True, "back": reverse("experts:booking", args=[pk])}
    return _page(request, booking, Actor.of(request.user), "experts/concern/show.html", context)


@behind_link
def by_link(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The same without an account. An address may be shared, so what was told is not shown back here."""
    booking = reader.booking
    told = Concern.objects.filter(booking=booking, teller=booking.expert.person).select_related("coordinator")
    context = {"told": told, "shows_words": False, "back": reader.home}
    return _page(request, booking, reader.by, "experts/concern/by_link.html", context)


def _page(request: HttpRequest, booking: Booking, by: Actor, template: str, context: dict) -> HttpResponse:
    form = TellForm(request.POST if request.method == "POST" else None, booking=booking, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Thank you for telling. Only the coordinator you chose sees it."))
        return redirect(request.get_full_path())
    return render(request, template, {**context, "booking": booking, "order": booking.booking_request, "form": form})
