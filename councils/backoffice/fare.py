"""The sheet of fares of a meeting: slips to print, what is signed on paper confirmed in one press, where the money is."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation import clock
from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import fare, fare_slips, fare_words, meeting_fee
from councils.domain.fare import Row, Signed
from councils.forms.fare import CorrectionForm, FareForm
from councils.models import Meeting

from . import meeting_found

LOOK, ACT = "councils.view_meeting", "councils.change_meeting"


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One row a member who was there; POST confirms the ticked ones. Reading the routes is logged."""
    meeting = _led(request, pk)
    rows, price = fare.sheet(meeting), meeting_fee.price_of(meeting)
    entries = [_entry(request, row, price is not None) for row in rows]
    if request.method == "POST" and _confirm([form for __, form, __ in entries if form and form.is_bound], request):
        return redirect("meeting_fares:page", meeting.pk)
    if request.method == "GET":
        _log(request, meeting, [row.person.pk for row in rows])
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "entries": entries,
        "waiting": sum(form is not None for __, form, __ in entries),
        "form": next((form for __, form, __ in entries if form and form.errors), None),
        "price": price,
        "payer": fare.payer_of(meeting.council, clock.local(meeting.starts_at).date()),
        "total": sum((row.attendance.fare.comes_to for row in rows if row.attendance.fare), Decimal(0)),
        "most": fare.asks_reason_above(meeting.council),
        "has_begun": meeting.starts_at <= clock.now(),
        "is_marked": meeting.attendances.exists(),
    }
    return render(request, "councils/backoffice/fares.html", context)


@require_safe
@never_cache
def slips(request: HttpRequest, pk: int) -> HttpResponse:
    """A page to sign for each member."""
    meeting = _led(request, pk)
    try:
        body = fare_slips.make(meeting, get_language() or "fi")
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("meeting_fares:page", meeting.pk)
    _log(request, meeting, [person.pk for __, person in fare_slips.people(meeting)])
    return FileResponse(BytesIO(body), content_type="application/pdf", filename="matkat.pdf")


@require_http_methods(["GET", "POST"])
@never_cache
def correct(request: HttpRequest, pk: int, attendance: int) -> HttpResponse:
    """Another sum for a fare that has been confirmed and not yet approved."""
    meeting = _led(request, pk)
    there = meeting.attendances.select_related("person", "fare", "fee").exclude(fare_signed="")
    row = fare.rows([get_object_or_404(there, pk=attendance)])[0]
    form = CorrectionForm(request.POST if request.method == "POST" else None, row=row, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The fare is corrected. The wrong row is struck out in the ledger."))
        return redirect("meeting_fares:page", meeting.pk)
    context = {"meeting": meeting, "council": meeting.council, "row": row, "form": form, "lines": fare_words.lines(row)}
    return render(request, "councils/backoffice/fare_correct.html", context)


def _led(request: HttpRequest, pk: int) -> Meeting:
    return meeting_found.meeting(request, pk, "council__payer", "council__meeting_fee")


def _entry(request: HttpRequest, row: Row, pays: bool) -> tuple[Row, FareForm | None, list[str]]:
    asks_fee = pays and row.attendance.fee_id is None
    if not (asks_fee or (row.takes_fare and not row.is_confirmed)):
        return row, None, fare_words.lines(row)
    is_ticked = request.method == "POST" and str(row.attendance.pk) in request.POST.getlist("signed")
    data = request.POST if is_ticked else None
    form = FareForm(data, row=row, pays=pays, by=Actor.of(request.user), signed=Signed.PAPER)
    return row, form, fare_words.lines(row)


def _confirm(ticked: list[FareForm], request: HttpRequest) -> bool:
    """Each ticked row by itself: what is sound stands, the rest tells what is wrong."""
    if not ticked:
        messages.info(request, _("Tick the rows that have been signed."))
        return True
    done = sum(form.is_valid() and form.save() for form in ticked)
    if done:
        words = ngettext("%(count)s row is confirmed.", "%(count)s rows are confirmed.", done)
        messages.success(request, words % {"count": done})
    return done == len(ticked)


def _log(request: HttpRequest, meeting: Meeting, people: list[int]) -> None:
    subjects = [f"people.person:{pk}" for pk in people]
    access.record(request.user, AccessEntry.Action.VIEW, f"councils.fares:{meeting.pk}", subjects=subjects)


urlpatterns = [
    path("", asking(show, LOOK, ACT), name="page"),
    path("lipukkeet/", asking(slips, LOOK, ACT), name="slips"),
    path("<int:attendance>/korjaa/", asking(correct, ACT, ACT), name="correct"),
]
