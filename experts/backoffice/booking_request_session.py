"""Sessions of an order for the coordinator: what became of one, cancelling one, moving one, answers told on the phone."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache

from coordination.foundation import formats
from coordination.people.actor import Actor
from experts.domain import absence, session_cancel
from experts.domain import permission as permissions
from experts.domain import time_change as time_changes
from experts.domain.outcome_words import what_happens
from experts.forms.booking import OutcomeForm
from experts.forms.cancellation import OnBehalfForm, SealedForm
from experts.forms.time_change import AnswerForm, ProposeForm
from experts.models import BookingRequest, Session, TimeChange, TimeChangeAnswer
from experts.permissions.booking_request import may_withdraw_permission

from . import booking_request_act as act
from . import booking_request_found as found


def shown(request: HttpRequest, order: BookingRequest) -> dict[str, object]:
    """What the order's page tells of questions about its times, of coming in vain, of the permission: three queries."""
    changes = TimeChange.objects.filter(time__booking_request=order, status=TimeChange.Status.OPEN)
    return {
        "time_changes": list(changes.select_related("proposer").prefetch_related("answers__person")),
        "in_vain": absence.times_nobody_came(BookingRequest.objects.filter(unit=order.unit)),
        "may_withdraw_permission": may_withdraw_permission(Actor.of(request.user), order),
    }


def telling(request: HttpRequest, session: Session) -> HttpResponse:
    """What became of a session: each answer says what it brings."""
    booking = session.booking
    intro = _("When it was held, the fee is written into the ledger.")
    if session.claimed_at:
        intro = _("The expert has told of having been there, and that nobody came. You decide.")
    return act.ask(
        request,
        booking.booking_request,
        OutcomeForm(_posted(request), session=session, by=Actor.of(request.user)),
        lambda sound: sound.save(),
        title=_("Was the meeting held? %(name)s") % {"name": booking.expert.person.full_name},
        intro=intro,
        button=pgettext_lazy("outcome", "Keep the answer"),
        done=_("Noted."),
    )


@never_cache
def tell(request: HttpRequest, pk: int, booking: int, session: int) -> HttpResponse:
    return telling(request, _session(request, pk, booking, session))


@never_cache
def cancel(request: HttpRequest, pk: int, booking: int, session: int) -> HttpResponse:
    """One session of several; the others stay."""
    row, by = _session(request, pk, booking, session), Actor.of(request.user)
    form = OnBehalfForm(
        _posted(request),
        outcome=partial(session_cancel.outcome, row, by),
        verb=lambda **facts: _cancel(row, by, **facts),
    )
    when = formats.span(row.starts_at, row.ends_at)
    return act.ask(
        request,
        row.booking.booking_request,
        form,
        lambda sound: sound.save(),
        title=_("Cancel this one meeting: %(when)s") % {"when": when},
        happens=[*what_happens(form.outcome), str(_("If it is the expert who cancels, nothing is paid."))],
        button=_("Cancel this one meeting"),
        done=_("Cancelled. Both sides are told, and the other times stay."),
        danger=True,
    )


@never_cache
def move(request: HttpRequest, pk: int, booking: int, session: int) -> HttpResponse:
    """The coordinator proposes another time: both sides get the question."""
    row = _session(request, pk, booking, session)
    return act.ask(
        request,
        row.booking.booking_request,
        ProposeForm(_posted(request), time=row.time, by=Actor.of(request.user)),
        lambda sound: bool(sound.save()),
        title=_("Propose another time"),
        intro=_(
            "The meeting is %(when)s. Everybody who meets gets one question; the time moves once all have said yes."
        )
        % {"when": formats.span(row.starts_at, row.ends_at)},
        button=_("Ask them"),
        done=_("The question is on its way. The meeting stays at its old time until all have agreed."),
    )


@never_cache
def answer(request: HttpRequest, pk: int, answer: int) -> HttpResponse:
    """What one of those asked said on the phone."""
    order = found.to_act(request, pk)
    rows = TimeChangeAnswer.objects.select_related("person", "change__time")
    row = get_object_or_404(rows, pk=answer, change__time__booking_request=order)
    by = Actor.of(request.user).acting_for(row.person)
    change = row.change
    return act.ask(
        request,
        order,
        AnswerForm(_posted(request)),
        lambda sound: time_changes.answer(change, by, suits=sound.suits()),
        title=_("The answer of %(name)s by phone") % {"name": row.person.full_name},
        intro=_("Proposed: %(new)s. Now: %(old)s.")
        % {
            "new": formats.span(change.starts_at, change.ends_at),
            "old": formats.span(change.was_starts_at, change.was_ends_at),
        },
        button=_("Note the answer"),
        done=_("The answer is noted."),
    )


@never_cache
def withdraw(request: HttpRequest, pk: int, change: int) -> HttpResponse:
    """The coordinator takes an open question of another time back: the time stays as it was."""
    order = found.to_act(request, pk)
    row = get_object_or_404(
        TimeChange.objects.select_related("time", "proposer"), pk=change, time__booking_request=order
    )
    return act.ask(
        request,
        order,
        act.SureForm(_posted(request)),
        lambda sound: time_changes.withdraw(row, Actor.of(request.user)),
        title=_("Take the question of another time back"),
        intro=_("Proposed: %(new)s. Now: %(old)s.")
        % {
            "new": formats.span(row.starts_at, row.ends_at),
            "old": formats.span(row.was_starts_at, row.was_ends_at),
        },
        happens=[
            str(_("The meeting stays at its old time.")),
            str(_("Those who proposed it or have said yes are told. Nobody else can answer any more.")),
        ],
        button=_("Take the question back"),
        done=_("The question is taken back. The meeting stays at its old time."),
    )


@never_cache
def permission(request: HttpRequest, pk: int) -> HttpResponse:
    """The client took the permission back, told by phone: no reason is asked."""
    order = found.to_act(request, pk)
    form = SealedForm(
        _posted(request),
        outcome=partial(permissions.outcome, order),
        verb=partial(permissions.withdraw, order, Actor.of(request.user)),
    )
    return act.ask(
        request,
        order,
        form,
        lambda sound: sound.save(),
        title=_("The client changed their mind"),
        intro=_(
            "A client may take the permission back at any time before the meeting. Nobody asks why, and nobody is told why."
        ),
        happens=what_happens(form.outcome),
        button=pgettext_lazy("button", "The client takes the permission back"),
        done=_("Noted. The meeting is off, and everybody is told with neutral words."),
    )


def _session(request: HttpRequest, pk: int, booking: int, session: int) -> Session:
    row = found.booking_to_act(request, pk, booking)
    made = get_object_or_404(Session.objects.select_related("time"), booking=row, pk=session)
    made.booking = row
    made.time.booking_request = row.booking_request
    return made


def _cancel(row: Session, by: Actor, whose: str, code: str, reason: str, seen: str) -> None:
    if whose == OnBehalfForm.EXPERT:
        session_cancel.cancel(row, by.acting_for(row.booking.expert.person), reason, code=code)
    else:
        session_cancel.cancel(row, by, reason, code=code, seen=seen)


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None
