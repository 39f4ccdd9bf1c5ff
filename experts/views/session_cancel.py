"""What a side of a booking does with a session: cancels it with the consequence shown first, or tells that nobody came."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from coordination.foundation.refused import Refused
from experts.domain import absence, booking, cancellation, session_cancel
from experts.domain.outcome_words import what_happens
from experts.domain.session import planned_of
from experts.forms.cancellation import CancelForm, CannotComeForm, SealedForm

from .booking_reader import EXPERT, Reader, at_screen, behind_link, draw


def _cancel_session(request: HttpRequest, reader: Reader, session: int) -> HttpResponse:
    """One session of several."""
    row = reader.session(session)
    outcome = partial(session_cancel.outcome, row, reader.by)
    form = _form(request, reader, outcome=outcome, verb=partial(session_cancel.cancel, row, reader.by))
    return _cancelling(request, reader, form, is_one=len(planned_of(reader.booking)) > 1)


def _cancel_booking(request: HttpRequest, reader: Reader) -> HttpResponse:
    """All that is left of the booking."""
    row = reader.booking
    outcome = partial(cancellation.outcome_of, row, booking.counts_as(row, reader.by))
    form = _form(request, reader, outcome=outcome, verb=partial(booking.cancel, row, reader.by))
    return _cancelling(request, reader, form, is_one=False)


def _claim(request: HttpRequest, reader: Reader, session: int) -> HttpResponse:
    """The expert was there and nobody came: one press, the coordinator decides."""
    if reader.party != EXPERT:
        raise Http404
    row = reader.session(session)
    if request.method == "POST":
        try:
            absence.claim(row, reader.by)
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(
                request, _("Thank you for telling. The coordinator finds out what happened and calls you.")
            )
        return redirect(reader.home)
    return draw(request, reader, "session/_claim", {"session": row, "title": _("I was there, nobody came")})


def _form(request: HttpRequest, reader: Reader, **how: object) -> SealedForm:
    kind = CannotComeForm if reader.party == EXPERT else CancelForm
    return kind(request.POST if request.method == "POST" else None, **how)


def _cancelling(request: HttpRequest, reader: Reader, form: SealedForm, *, is_one: bool) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Cancelled, and everybody who needs to know is told."))
        return redirect(reader.home)
    happens = what_happens(form.outcome, to_expert=reader.party == EXPERT)
    title = _cancelling_title(reader, is_one)
    context = {"title": title, "form": form, "outcome": form.outcome, "happens": happens, "is_one": is_one}
    return draw(request, reader, "session/_cancel", context)


def _cancelling_title(reader: Reader, is_one: bool) -> str:
    if reader.party == EXPERT:
        return _("I cannot come after all")
    return _("Cancel this one meeting") if is_one else _("Cancel the meeting")


one, one_link = at_screen(_cancel_session), behind_link(_cancel_session)
rest, rest_link = at_screen(_cancel_booking), behind_link(_cancel_booking)
claim, claim_link = at_screen(_claim), behind_link(_claim)
