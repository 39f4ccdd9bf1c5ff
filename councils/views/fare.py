"""My fares: confirm them, and see where the money is."""

from __future__ import annotations

from decimal import Decimal

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.people.actor import Actor
from councils.domain import fare, fare_words, member_page
from councils.domain.fare import Row, Signed
from councils.forms.fare import FareForm

from .member import seats_of

SHOWN = 24


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def mine(request: HttpRequest) -> HttpResponse:
    """Every meeting one was in; a form for each whose fare or fee has not been told. POST names its row."""
    person, by = request.user.as_person(), Actor.of(request.user)
    rows = member_page.fares_of(person)[:SHOWN] if person else []
    if not rows and not seats_of(request.user):
        raise Http404
    entries = [_entry(row, by, request) for row in rows]
    if request.method == "POST":
        pressed = next((form for __, form, __ in entries if form and form.is_bound), None)
        if pressed is None:
            messages.info(request, _("This fare has been confirmed already."))
            return redirect("councils:fares")
        if pressed.is_valid() and pressed.save():
            words = _("Thank you. Your fare is confirmed, and waits for approval.")
            messages.success(request, words if pressed.asks_fare else _("Thank you. Your choice is kept."))
            return redirect("councils:fares")
    context = {
        "waiting": [entry for entry in entries if entry[1]],
        "told": [entry for entry in entries if not entry[1]],
        "form": next((form for __, form, __ in entries if form and form.is_bound), None),
        "most": fare.asks_reason_above(rows[0].attendance.meeting.council) if rows else Decimal(0),
    }
    return render(request, "councils/fare/mine.html", context)


def _entry(row: Row, by: Actor, request: HttpRequest) -> tuple[Row, FareForm | None, list[str]]:
    pays = row.attendance.fee_id is None and row.attendance.meeting.council.meeting_fee_id is not None
    is_open = (row.takes_fare and not row.is_confirmed) or pays
    if not is_open:
        return row, None, fare_words.lines(row)
    is_pressed = request.method == "POST" and request.POST.get("row") == str(row.attendance.pk)
    form = FareForm(request.POST if is_pressed else None, row=row, pays=pays, by=by, signed=Signed.SCREEN)
    return row, form, fare_words.lines(row)
