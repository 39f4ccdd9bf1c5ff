"""The expert's consent to one appearance in the media: read again, and withdrawn in one press."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import appearance as verbs
from experts.models import Appearance, Booking

from .booking_reader import Reader, behind_link, own


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed-in expert's own."""
    booking = own(request, pk)
    back = reverse("experts:booking", args=[pk])
    return _page(request, booking, Actor.of(request.user), "experts/appearance/show.html", back)


@behind_link
def by_link(request: HttpRequest, reader: Reader) -> HttpResponse:
    """The same behind the link of the confirmation."""
    return _page(request, reader.booking, reader.by, "experts/appearance/by_link.html", reader.home)


def _page(request: HttpRequest, booking: Booking, by: Actor, template: str, back: str) -> HttpResponse:
    given = Appearance.objects.filter(offer=booking.offer_id).first()
    if given is None:
        raise Http404
    if request.method == "POST":
        try:
            verbs.withdraw(booking, by)
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The consent is withdrawn, and the coordinator is told."))
        return redirect(request.get_full_path())
    context = {"appearance": given, "booking": booking, "order": booking.booking_request, "back": back}
    return render(request, template, context)
