"""The card and the talk before a meeting, as told on the phone."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.forms.agreement_card import AgreementCardForm
from experts.forms.briefing import BriefingForm
from experts.models import Booking

from . import booking_request_act as act
from . import booking_request_found as found


@never_cache
def card(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    """Written with the orderer on the phone; the expert reads it and ticks again if the tick stood."""
    row = found.booking_to_act(request, pk, booking)
    by = Actor.of(request.user).acting_for(_orderer(row))
    data = request.POST if request.method == "POST" else None
    return act.ask(
        request,
        row.booking_request,
        AgreementCardForm(data, booking=row, party="orderer", by=by),
        lambda sound: sound.save(),
        title=_("The agreement card by phone"),
        intro=_("Write what the orderer says. The log says that you noted it on the person's behalf."),
        button=_("Keep the card"),
        done=_("The card is kept."),
    )


@never_cache
def briefing(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    row = found.booking_to_act(request, pk, booking)
    by = Actor.of(request.user).acting_for(_orderer(row))
    return act.ask(
        request,
        row.booking_request,
        BriefingForm(request.POST if request.method == "POST" else None, booking=row, by=by),
        lambda sound: sound.save(),
        title=_("The talk before the meeting"),
        intro=_("Note the day on which the worker and the expert talked. What was said is not written anywhere."),
        button=_("Note the talk"),
        done=_("The talk is noted."),
    )


def _orderer(row: Booking) -> Person:
    return row.booking_request.orderer
