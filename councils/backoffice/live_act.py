"""Presses in the meeting: who is there, begin, end, something taken on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import attendance, live
from councils.domain.attendance import Seat
from councils.forms.live import ActionForm
from councils.models import Attendance, Council

from . import meeting_found

States = Attendance.Status


@require_POST
def attend(request: HttpRequest, meeting: int) -> HttpResponse:
    """Marks what has changed on the list since the page was drawn, so that two who mark at once both count."""
    row, by = meeting_found.meeting(request, meeting), Actor.of(request.user)
    was = dict(pair.split(":", 1) for pair in request.POST.getlist("was") if ":" in pair)
    try:
        for seat in attendance.roll(row):
            key = str(seat.person.pk)
            if key in was and (state := _state(request, key, was[key])) != was[key]:
                attendance.mark(row, seat.person, state, by)
        if "everybody" in request.POST:
            state = States.REMOTE if row.mode == Council.Mode.REMOTE else States.PRESENT
            attendance.mark_all(row, attendance.waited_for(row), state, by)
    except Refused as refusal:
        if _is_fetch(request):
            return JsonResponse({"refused": str(refusal)}, status=422)
        messages.error(request, refusal.message)
    if _is_fetch(request):
        return JsonResponse({"there": _counted(attendance.roll(row))})
    return redirect("meeting_live:page", row.pk)


@require_POST
def begin(request: HttpRequest, meeting: int) -> HttpResponse:
    row = meeting_found.meeting(request, meeting)
    try:
        live.begin(row, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("meeting_live:page", row.pk)


@require_http_methods(["GET", "POST"])
@never_cache
def end(request: HttpRequest, meeting: int) -> HttpResponse:
    """Asks once, telling what is still open; then the minutes' page is the next place."""
    row = meeting_found.meeting(request, meeting)
    if request.method == "POST":
        try:
            live.end_(row, Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("meeting_live:page", row.pk)
        messages.success(request, _("The meeting has ended. Read the minutes through, then offer them to everybody."))
        return redirect("meeting_minutes:page", row.pk)
    seats = attendance.roll(row)
    context = {
        "meeting": row,
        "there": _counted(seats),
        "is_attended": any(seat.is_there for seat in seats),
        "unmarked": [seat for seat in seats if _is_unmarked(seat)],
    }
    return render(request, "councils/live/end.html", context)


@require_POST
def add_action(request: HttpRequest, meeting: int, item: int) -> HttpResponse:
    """Something somebody takes on besides the outcome."""
    row = meeting_found.meeting(request, meeting)
    found = get_object_or_404(row.items.select_related("meeting", "council__unit"), pk=item)
    form = ActionForm(request.POST, item=found, by=Actor.of(request.user))
    back = f"{reverse('meeting_live:page', args=[row.pk])}?kohta={found.pk}"
    if not (form.is_valid() and form.save()):
        return render(request, "councils/live/action.html", {"meeting": row, "item": found, "form": form, "back": back})
    messages.success(request, _("Written down for %(name)s.") % {"name": form.cleaned_data["owner"].first_name})
    return redirect(back)


def _state(request: HttpRequest, key: str, was: str) -> str:
    if key in request.POST.getlist("remote"):
        return States.REMOTE
    if key in request.POST.getlist("present"):
        return States.PRESENT
    return States.ABSENT if was else ""


def _counted(seats: list[Seat]) -> str:
    there = sum(seat.is_there for seat in seats)
    return ngettext("%(number)s there", "%(number)s there", there) % {"number": there}


def _is_unmarked(seat: Seat) -> bool:
    return not seat.state and seat.role != "substitute"


def _is_fetch(request: HttpRequest) -> bool:
    return request.headers.get("X-Requested-With") == "fetch"
