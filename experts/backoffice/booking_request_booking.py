"""Bookings of an order: confirming, the agreement and the debrief by phone, the outcome, cancelling one."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.people.actor import Actor
from coordination.people.models import Person
from experts.domain import booking as verbs
from experts.domain import cancellation
from experts.domain import debrief as debriefs
from experts.domain.outcome_words import what_happens
from experts.domain.session import planned_of, to_tell
from experts.domain.session_due import Event
from experts.forms.agreement import AgreementForm
from experts.forms.cancellation import OnBehalfForm
from experts.forms.confirmation import ConfirmForm
from experts.forms.debrief import DebriefForm
from experts.models import Booking

from . import booking_request_act as act
from . import booking_request_found as found
from . import booking_request_session as sessions

PARTIES = {"tilaaja": "orderer", "asiantuntija": "expert"}


@never_cache
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    order = found.to_act(request, pk)
    form = ConfirmForm(_posted(request), order=order, by=Actor.of(request.user))
    return act.ask(
        request,
        order,
        form,
        lambda sound: bool(sound.save()),
        title=_("Confirm a time"),
        intro=_(
            "The price is fixed now. Both sides get the time, the place and a calendar invitation; the others are told kindly."
        ),
        button=_("Confirm and tell everybody"),
        done=_("Confirmed. Both sides have been told."),
    )


@never_cache
def agree(request: HttpRequest, pk: int, booking: int, party: str) -> HttpResponse:
    """What a party said on the phone."""
    row = found.booking_to_act(request, pk, booking)
    side, person = _party(row, party)
    form = AgreementForm(_posted(request), booking=row, party=side, by=Actor.of(request.user).acting_for(person))
    return act.ask(
        request,
        row.booking_request,
        form,
        lambda sound: sound.save(),
        title=_("The agreement of %(name)s by phone") % {"name": person.full_name},
        intro=_(
            "Read each line aloud and tick what the person agrees to. The log says that you noted it on the person's behalf."
        ),
        button=_("Note the agreement"),
        done=_("The agreement is noted."),
    )


@never_cache
def debrief(request: HttpRequest, pk: int, booking: int, party: str) -> HttpResponse:
    """What a side told on the phone after the meeting."""
    row = found.booking_to_act(request, pk, booking)
    side, person = _party(row, party)
    form = DebriefForm(_posted(request), booking=row, side=side, by=Actor.of(request.user).acting_for(person))
    return act.ask(
        request,
        row.booking_request,
        form,
        lambda sound: sound.save(),
        title=_("The debrief of %(name)s by phone") % {"name": person.full_name},
        intro=_("The log says that you noted it on the person's behalf."),
        button=_("Keep the debrief"),
        done=_("The debrief is kept."),
    )


@never_cache
def outcome(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    """What became of the first session nobody has told of."""
    row = found.booking_to_act(request, pk, booking)
    session = to_tell(row) or next(iter(planned_of(row)), None)
    if session is None:
        raise Http404
    return sessions.telling(request, session)


@never_cache
def cancel(request: HttpRequest, pk: int, booking: int) -> HttpResponse:
    row = found.booking_to_act(request, pk, booking)
    by = Actor.of(request.user)
    form = OnBehalfForm(
        _posted(request),
        outcome=lambda: cancellation.outcome_of(row, Event.CANCELLED_BY_ORDERER),
        verb=lambda **facts: _cancel(row, by, **facts),
    )
    return act.ask(
        request,
        row.booking_request,
        form,
        lambda sound: sound.save(),
        title=_("Cancel the booking of %(name)s") % {"name": row.expert.person.full_name},
        happens=[*what_happens(form.outcome), str(_("If it is the expert who cancels, nothing is paid."))],
        button=_("Cancel the booking"),
        done=_("The booking has been cancelled, and both sides are told."),
        danger=True,
    )


def _cancel(row: Booking, by: Actor, whose: str, code: str, reason: str, seen: str) -> None:
    """What was shown is the orderer's consequence; the expert's own costs nobody anything."""
    if whose == OnBehalfForm.EXPERT:
        verbs.cancel(row, by.acting_for(row.expert.person), reason, code=code)
    else:
        verbs.cancel(row, by, reason, code=code, seen=seen)


@never_cache
def see_to(request: HttpRequest, pk: int, debrief: int) -> HttpResponse:
    """The coordinator has done what a debrief asked for."""
    row = found.debrief_to_act(request, pk, debrief)
    return act.ask(
        request,
        row.booking.booking_request,
        act.SureForm(_posted(request)),
        lambda sound: debriefs.handle(row, Actor.of(request.user)),
        title=_("You have seen to it"),
        intro=_("%(side)s: %(wish)s. Mark it done once you have called or arranged it.")
        % {"side": row.get_side_display().capitalize(), "wish": row.get_next_display()},
        button=_("Mark as seen to"),
        done=_("Marked as seen to."),
    )


def _posted(request: HttpRequest):
    return request.POST if request.method == "POST" else None


def _party(row: Booking, party: str) -> tuple[str, Person]:
    if party not in PARTIES:
        raise Http404
    side = PARTIES[party]
    return side, row.booking_request.orderer if side == "orderer" else row.expert.person
