"""A council's meetings: those to come and those that were, beside them what waits for a meeting; new ones."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation import formats
from coordination.foundation.board import asking
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from councils.domain import item_history
from councils.forms.agenda import ItemForm
from councils.forms.meeting import NewForm, SeriesForm
from councils.models import AgendaItem, Council, Meeting

from . import council_found

LOOK, ADD = "councils.view_meeting", "councils.add_meeting"
PAST_SHOWN = 24


@require_safe
@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    """Meetings to come, meetings that were (the newest first), and the backlog."""
    board = council_found.led(request, council)
    rows = Meeting.objects.filter(council=board).select_related("chair", "secretary")
    coming = list(rows.upcoming().order_by("starts_at"))
    keys = [meeting.pk for meeting in coming]
    waiting = list(AgendaItem.objects.backlog(board).order_by("pk"))
    histories = item_history.histories(waiting)
    context = {
        "council": board,
        "coming": coming,
        "past": list(rows.exclude(pk__in=keys).order_by("-starts_at")[:PAST_SHOWN]),
        "backlog": [(item, histories[item.pk]) for item in waiting],
        "is_ended": board.status == Council.Status.ENDED,
    }
    return render(request, "councils/backoffice/council_meetings.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest, council: int) -> HttpResponse:
    """Is it needed at all (MT-06)? If it is, the agenda's page opens."""
    board = council_found.led(request, council)
    form = NewForm(form_page.posted(request), council=board, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid():
        if not form.is_needed():
            return render(request, "councils/backoffice/meeting_otherwise.html", {"council": board})
        if made := form.save():
            messages.success(request, _("The meeting is being planned. Nobody has been told of it yet."))
            return redirect("meeting:page", made.pk)
    return render(request, "councils/backoffice/meeting_new.html", {"council": board, "form": form})


@require_http_methods(["GET", "POST"])
@never_cache
def series(request: HttpRequest, council: int) -> HttpResponse:
    """Meetings of a whole term at once; the days can be looked at first."""
    board = council_found.led(request, council)
    form = SeriesForm(form_page.posted(request), council=board, by=Actor.of(request.user))
    days = []
    if request.method == "POST" and form.is_valid():
        days = form.days()
        if "look" not in request.POST and (made := form.save()):
            _tell_series(request, len(made), [day.instead_of for day in days if day.instead_of])
            return redirect("council_meeting:index", board.pk)
    return render(request, "councils/backoffice/meeting_series.html", {"council": board, "form": form, "days": days})


@require_http_methods(["GET", "POST"])
@never_cache
def wait(request: HttpRequest, council: int) -> HttpResponse:
    """A new item for the backlog."""
    board = council_found.led(request, council)
    form = ItemForm(form_page.posted(request), council=board, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The item waits for a meeting."))
        return redirect("council_meeting:index", board.pk)
    return render(request, "councils/backoffice/agenda_item.html", {"council": board, "form": form})


def _tell_series(request: HttpRequest, count: int, holidays: list) -> None:
    said = ngettext("%(count)s meeting is being planned.", "%(count)s meetings are being planned.", count)
    messages.success(request, said % {"count": count})
    if holidays:
        days = ", ".join(formats.day(day) for day in holidays)
        messages.warning(request, _("Moved a week on because of a public holiday: %(days)s.") % {"days": days})


urlpatterns = [
    path("", asking(index, LOOK, LOOK), name="index"),
    path("uusi/", asking(new, ADD, ADD), name="new"),
    path("sarja/", asking(series, ADD, ADD), name="series"),
    path("odottamaan/", asking(wait, ADD, ADD), name="wait"),
]
