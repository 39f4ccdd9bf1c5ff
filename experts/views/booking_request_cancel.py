"""How an order ends before it is held: cancelled, or the client takes the permission back. The consequence comes first."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from coordination.people.actor import Actor
from experts.domain import cancellation, permission
from experts.domain.outcome_words import what_happens
from experts.forms.cancellation import CancelForm, SealedForm
from experts.models import BookingRequest
from experts.permissions import booking_request as permissions

from . import booking_request_page as page
from .booking_request import readable
from .booking_request_act import not_now


@require_http_methods(["GET", "POST"])
@login_required
def order_cancel(request: HttpRequest, number: str) -> HttpResponse:
    order, by = readable(request, number), Actor.of(request.user)
    if not permissions.may_cancel(by, order):
        return not_now(request, order, _is_concerned(by, order))
    form = CancelForm(
        request.POST if request.method == "POST" else None,
        outcome=partial(cancellation.outcome, order),
        verb=partial(cancellation.cancel, order, by),
    )
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The order has been cancelled, and everyone is told."))
        return redirect("experts:order", number)
    happens = [
        *what_happens(form.outcome),
        _("Messages that have not left yet are not sent."),
        _("The order stays in your list as cancelled; you can copy it."),
    ]
    return _drawn(request, "experts/booking_request/cancel.html", order, form, happens)


@require_http_methods(["GET", "POST"])
@login_required
def order_permission(request: HttpRequest, number: str) -> HttpResponse:
    """The client changed their mind: one press, nobody asks why, until the meeting (CM-08)."""
    order, by = readable(request, number), Actor.of(request.user)
    if not permissions.may_withdraw_permission(by, order):
        return not_now(request, order, _is_concerned(by, order))
    form = SealedForm(
        request.POST if request.method == "POST" else None,
        outcome=partial(permission.outcome, order),
        verb=partial(permission.withdraw, order, by),
    )
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Noted. The meeting is off, and everybody is told with neutral words."))
        return redirect("experts:order", number)
    return _drawn(request, "experts/booking_request/permission.html", order, form, what_happens(form.outcome))


def _is_concerned(by: Actor, order: BookingRequest) -> bool:
    return permissions.is_orderer(by, order) or permissions.coordinates(by.user, order.unit)


def _drawn(
    request: HttpRequest, template: str, order: BookingRequest, form: SealedForm, happens: list[str]
) -> HttpResponse:
    words = {"form": form, "outcome": form.outcome, "happens": happens}
    return render(request, template, {"order": order, "title": page.title(order), "party": "orderer", **words})
