"""Cancelling an order behind its personal link, with what follows from it shown first."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coordination.people.actor import Actor
from experts.domain import cancellation
from experts.domain.outcome_words import what_happens
from experts.forms.cancellation import CancelForm
from experts.models import BookingRequest
from experts.permissions import booking_request as permissions

from . import booking_request_page as page
from .order_link import behind_link, helper_of, not_now


@require_http_methods(["GET", "POST"])
@behind_link
def cancel(request: HttpRequest, order: BookingRequest, by: Actor, token: str) -> HttpResponse:
    """GET shows the fee that falls due and who is told, POST cancels."""
    if not permissions.may_cancel(by, order):
        return not_now(request, order, token)
    form = CancelForm(
        request.POST if request.method == "POST" else None,
        outcome=partial(cancellation.outcome, order),
        verb=partial(cancellation.cancel, order, by),
    )
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The order has been cancelled, and everyone is told."))
        return redirect("order_link", token)
    context = {
        "form": form,
        "happens": what_happens(form.outcome),
        "order": order,
        "token": token,
        "title": page.title(order),
        "helper": helper_of(order),
    }
    return render(request, "experts/order_link/cancel.html", context)
