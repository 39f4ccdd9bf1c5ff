"""An order behind its personal link: everything an orderer does, for one who has no account. One link, one order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import amendment
from experts.domain import order_link as verbs
from experts.forms.order_link import ContactDetailsForm, OutsideChangeForm
from experts.models import Booking, BookingRequest
from experts.permissions import booking_request as permissions

from . import booking_request_facts as facts
from . import booking_request_page as page
from . import booking_request_turn as turns
from . import conversation
from .booking_request_turn import Turn

Status = BookingRequest.Status


def behind_link(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """The view gets the order of the link, in its orderer's language; a link that opens nothing shows how to get a new one."""

    @wraps(view)
    def opened(request: HttpRequest, token: str, **kwargs: object) -> HttpResponse:
        try:
            order = verbs.find(token)
        except Refused:
            return render(request, "experts/outside_order/gone.html", {"was_order": True}, status=410)
        # Whoever presses another language on the page gets it; else the language of the orderer.
        language = translation.get_language() if "kieli" in request.GET else order.orderer.language
        with translation.override(language):
            return view(request, order, Actor.by_link(order.orderer), token, **kwargs)

    return never_cache(opened)


@require_safe
@behind_link
def show(request: HttpRequest, order: BookingRequest, by: Actor, token: str) -> HttpResponse:
    """How the order stands, whose turn it is, who comes, and what may be done."""
    bookings = page.bookings_of(order)
    context = {
        "order": order,
        "token": token,
        "title": page.title(order),
        "chip": page.chip(order),
        "turn": _turn(order, bookings, token),
        "history": page.history(order, bookings),
        "groups": facts.facts(order),
        "experts": [(booking, page.shown(booking.expert, order)) for booking in bookings],
        "may_change": permissions.may_change(by, order),
        "is_promised": is_promised(order),
        "talk": conversation.entries_by_order_link(order, by, token),
        "helper": helper_of(order),
    }
    return render(request, "experts/order_link/show.html", context)


@require_http_methods(["GET", "POST"])
@behind_link
def contact(request: HttpRequest, order: BookingRequest, by: Actor, token: str) -> HttpResponse:
    """The orderer's own phone and wishes."""
    form = ContactDetailsForm(request.POST if request.method == "POST" else None, instance=order.orderer, by=by)
    if request.method == "POST" and form.is_valid() and _done(form.save, form):
        messages.success(request, _("Your details are saved."))
        return redirect("order_link", token)
    return _form(request, order, token, form, "experts/order_link/contact.html")


@require_http_methods(["GET", "POST"])
@behind_link
def change(request: HttpRequest, order: BookingRequest, by: Actor, token: str) -> HttpResponse:
    """More times, another place: what may still change."""
    if not permissions.may_change(by, order):
        return not_now(request, order, token)
    form = OutsideChangeForm(request.POST if request.method == "POST" else None, order=order, actor=by)
    if request.method == "POST" and form.is_valid() and _done(form.save, form):
        messages.success(request, _("The change is kept, and those whom it concerns are told."))
        return redirect("order_link", token)
    return _form(request, order, token, form, "experts/order_link/change.html")


def _form(request: HttpRequest, order: BookingRequest, token: str, form: object, template: str) -> HttpResponse:
    context = {
        "order": order,
        "token": token,
        "form": form,
        "title": page.title(order),
        "is_promised": is_promised(order),
        "helper": helper_of(order),
    }
    return render(request, template, context)


def _done(save: Callable[[], object], form: object) -> bool:
    try:
        save()
    except Refused as refused:
        refused.as_form_error(form)
        return False
    return True


def not_now(request: HttpRequest, order: BookingRequest, token: str) -> HttpResponse:
    """Back to the order, with why it cannot be done any more."""
    words = _("This is “%(state)s” now, so that cannot be done.") % {"state": order.get_status_display()}
    messages.error(request, words)
    return redirect("order_link", token)


def _turn(order: BookingRequest, bookings: list[Booking], token: str) -> Turn:
    """The next step, its button leading where the link allows."""
    turn = turns.turn(order, bookings)
    doors = {reverse("experts:booking", args=[row.pk]): ("order_booking_link", [token, row.pk]) for row in bookings}
    doors[reverse("experts:order_change", args=[order.number])] = ("order_change_link", [token])
    if turn.url in doors:
        name, args = doors[turn.url]
        return replace(turn, url=reverse(name, args=args))
    if order.status == Status.CANCELLED:
        return replace(turn, url=reverse("outside:write"), button=_("Write a new order"))
    return replace(turn, url="", button="")


def is_promised(order: BookingRequest) -> bool:
    """Whether experts have been asked with this time and place, so that only how to find it may still be told."""
    return "times" not in amendment.changeable(order)


def helper_of(order: BookingRequest) -> dict | None:
    """Whom to call about the order."""
    coordinator = order.coordinator
    return {"name": coordinator.first_name, "phone": coordinator.phone} if coordinator else None
