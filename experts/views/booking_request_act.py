"""What is done with an order after it has been sent, each with a page that tells what will happen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import booking_request
from experts.forms.booking_request_change import ChangeForm
from experts.models import BookingRequest
from experts.permissions import booking_request as permissions

from . import booking_request_page as page
from .booking_request import readable


@require_http_methods(["GET", "POST"])
@login_required
def order_change(request: HttpRequest, number: str) -> HttpResponse:
    order, by = readable(request, number), Actor.of(request.user)
    if not permissions.may_change(by, order):
        return not_now(
            request, order, permissions.is_orderer(by, order) or permissions.coordinates(by.user, order.unit)
        )
    wished = [(expert, shown.name) for expert, shown in page.wished(order, request.user)]
    form = ChangeForm(request.POST if request.method == "POST" else None, order=order, actor=by, wished=wished)
    if request.method == "POST" and form.is_valid() and _done(form):
        messages.success(request, _("The change is kept, and those whom it concerns are told."))
        return redirect("experts:order", number)
    context = {"form": form, "order": order, "title": page.title(order), "is_promised": "goal" not in form.fields}
    return render(request, "experts/booking_request/change.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def order_copy(request: HttpRequest, number: str) -> HttpResponse:
    text = gettext_lazy(
        "You get a new draft with the same content. Times are empty, and the client's permission is asked anew."
    )
    words = {
        "heading": gettext_lazy("Make a copy of the order"),
        "text": text,
        "button": gettext_lazy("Make a copy"),
        "icon": "copy",
    }
    return _confirm(request, number, permissions.may_copy, booking_request.copy, words)


@require_http_methods(["GET", "POST"])
@login_required
def order_follow_up(request: HttpRequest, number: str) -> HttpResponse:
    text = gettext_lazy("You get a new draft that is linked to this order and wishes for the same expert.")
    words = {
        "heading": gettext_lazy("Order a follow-up"),
        "text": text,
        "button": gettext_lazy("Order a follow-up"),
        "icon": "calendar",
    }
    return _confirm(request, number, permissions.may_follow_up, booking_request.follow_up, words)


@require_http_methods(["GET", "POST"])
@login_required
def order_discard(request: HttpRequest, number: str) -> HttpResponse:
    text = gettext_lazy("Nobody else has seen the draft. It cannot be brought back.")
    words = {
        "heading": gettext_lazy("Throw the draft away"),
        "text": text,
        "button": gettext_lazy("Throw away"),
        "icon": "trash",
        "danger": True,
    }
    return _confirm(request, number, permissions.may_write, booking_request.discard, words)


def _confirm(
    request: HttpRequest, number: str, allowed: Callable, verb: Callable, words: dict[str, Any]
) -> HttpResponse:
    order, by = readable(request, number), Actor.of(request.user)
    if not allowed(by, order):
        return not_now(request, order, permissions.is_orderer(by, order))
    if request.method == "POST":
        try:
            made = verb(order, by)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect("experts:order", number)
        return _after(request, made)
    return render(
        request, "experts/booking_request/confirm.html", {"order": order, "title": page.title(order), **words}
    )


def _after(request: HttpRequest, made: BookingRequest | None) -> HttpResponse:
    if made is None:
        messages.success(request, _("The draft has been thrown away."))
        return redirect("experts:order_list")
    messages.success(request, _("The new draft is %(number)s. Check it and add the times.") % {"number": made.number})
    return redirect("experts:order_edit", made.number, "tehtava")


def _done(form) -> bool:
    try:
        form.save()
    except Refused as refused:
        refused.as_form_error(form)
        return False
    return True


def not_now(request: HttpRequest, order: BookingRequest, is_concerned: bool) -> HttpResponse:
    """Those whose matter it is read why it cannot be done any more; for others it is never theirs to do."""
    if not is_concerned:
        raise PermissionDenied
    words = _("This is “%(state)s” now, so that cannot be done.") % {"state": order.get_status_display()}
    messages.error(request, words)
    return redirect("experts:order", order.number)
