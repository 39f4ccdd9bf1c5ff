"""Offers of an order: an answer noted for an expert who called, and taking an offer back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import offer as verbs
from experts.forms.offer import AnswerForm

from . import booking_request_act as act
from . import booking_request_found as found


@never_cache
def answer(request: HttpRequest, pk: int, offer: int) -> HttpResponse:
    """Yes with the times, or no, as told on the phone: logged as done on the expert's behalf."""
    row = found.offer_to_act(request, pk, offer)
    by = Actor.of(request.user).acting_for(row.expert.person)
    declines = request.method == "POST" and "decline" in request.POST
    form = AnswerForm(request.POST if request.method == "POST" and not declines else None, offer=row, by=by)
    if declines:
        return _decline(request, row, by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The answer is noted: %(name)s can come.") % {"name": row.expert.person.full_name})
        return redirect("booking_request:page", pk)
    return render(
        request,
        "experts/backoffice/booking_request_answer.html",
        {"form": form, "order": row.booking_request, "offer": row},
    )


def _decline(request: HttpRequest, row, by: Actor) -> HttpResponse:
    try:
        verbs.decline(row, by)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(
            request, _("The answer is noted: %(name)s does not come this time.") % {"name": row.expert.person.full_name}
        )
    return redirect("booking_request:page", row.booking_request_id)


@never_cache
def withdraw(request: HttpRequest, pk: int, offer: int) -> HttpResponse:
    row = found.offer_to_act(request, pk, offer)
    by = Actor.of(request.user)
    return act.ask(
        request,
        row.booking_request,
        act.SureForm(request.POST if request.method == "POST" else None),
        lambda form: verbs.withdraw(row, by),
        title=_("Withdraw the offer to %(name)s") % {"name": row.expert.person.full_name},
        intro=_("The expert is told kindly that an answer is no longer needed. The link in the message stops working."),
        button=_("Withdraw the offer"),
        done=_("The offer has been withdrawn, and the expert is told."),
        danger=True,
    )
