"""An offer, at the screen of a signed-in expert or behind a safe link: GET shows, POST answers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.fees.domain import price_words
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from experts.domain import offer as verbs
from experts.domain.booking_price import price_of
from experts.forms.offer import AnswerForm
from experts.models import BookingRequest, Expert, Offer

from . import aside, before_meeting

WITH = (
    "booking_request__task_type",
    "booking_request__unit",
    "booking_request__orderer",
    "booking_request__coordinator",
    "expert__person",
    "expert__unit",
)


@require_http_methods(["GET", "POST"])
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The signed-in expert's own offer."""
    offers = Offer.objects.filter(expert__in=Expert.objects.own(request.user)).select_related(*WITH)
    offer = get_object_or_404(offers, pk=pk)
    return _answer(request, offer, Actor.of(request.user), "experts/offer/show.html")


@require_http_methods(["GET", "POST"])
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same without an account, in the language of the person whose link it is."""
    try:
        link = safe_link.find(token, "offer")
        offer = Offer.objects.select_related(*WITH).get(link=link)
    except (Refused, Offer.DoesNotExist):
        return render(request, "experts/offer/gone.html", status=410)
    # Whoever presses another language on the page gets it; else the language of the person asked.
    with translation.override(translation.get_language() if "kieli" in request.GET else link.person.language):
        return _answer(request, offer, Actor.by_link(link.person), "experts/offer/by_link.html")


def _answer(request: HttpRequest, offer: Offer, by: Actor, template: str) -> HttpResponse:
    form = AnswerForm(request.POST if request.POST.get("answer") == "yes" else None, offer=offer, by=by)
    if request.method == "POST" and _done(request, offer, by, form):
        if offer.link_id:
            safe_link.use(offer.link)
        return redirect(request.get_full_path())
    care = before_meeting.of_offer(offer)
    return render(request, template, _context(offer, form) | care | aside.of_offer(request, offer, by))


def _done(request: HttpRequest, offer: Offer, by: Actor, form: AnswerForm) -> bool:
    if request.POST.get("answer") == "yes":
        if not (form.is_valid() and form.save()):
            return False
        messages.success(request, _("Thank you! The coordinator confirms the time, and then you get a message."))
        return True
    try:
        verbs.decline(offer, by)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(
            request, _("Thank you for telling. You will be asked again, and this has no effect on later offers.")
        )
    return True


def _context(offer: Offer, form: AnswerForm) -> dict:
    order = offer.booking_request
    times = verbs.open_times(order)
    return {
        "offer": offer,
        "order": order,
        "times": times,
        "form": form,
        "price": price_of(order, times[0]) if times and _has_fee(order) else None,
        "covers": price_words.covers(order.price_class) if order.price_class else "",
        "waits": offer.status == Offer.Status.OPEN and offer.expires_at > clock.now() and bool(times),
        "may_take_back": offer.status == Offer.Status.ACCEPTED and not hasattr(offer, "booking"),
        "chosen": [row.time for row in offer.times.select_related("time")],
        "helper": {"name": order.coordinator.first_name, "phone": order.coordinator.phone}
        if order.coordinator
        else None,
    }


def _has_fee(order: BookingRequest) -> bool:
    """Of the list or of the orderer's own; an assignment is paid as wages."""
    return order.price_class_id is not None or order.offered_amount is not None
