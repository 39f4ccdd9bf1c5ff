"""A developer-client group's own page: its sessions, its sheet of problems, certificates, the discussion event."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import group, group_certificate
from councils.forms.group import DiscussionForm, SessionsForm

from . import group_problem as problems

LOOK, ACT = "councils.view_meeting", "councils.change_meeting"


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, council: int) -> HttpResponse:
    """What the group has and what it lacks. `act`: look (the days before anything is made), make, discuss."""
    board = problems.led_group(request, council)
    act, data = request.POST.get("act"), request.POST if request.method == "POST" else None
    facts = {"council": board, "by": Actor.of(request.user)}
    sessions = SessionsForm(data if act in ("look", "make") else None, prefix="sessions", **facts)
    event = DiscussionForm(data if act == "discuss" else None, prefix="event", **facts)
    if act == "make" and sessions.is_valid() and sessions.save():
        messages.success(request, _("The six sessions are made. Nothing has been sent to anybody."))
        return redirect("council_group:page", board.pk)
    if act == "discuss" and event.is_valid() and event.save():
        messages.success(request, _("The discussion event is planned. Nothing has been sent to anybody."))
        return redirect("council_group:page", board.pk)
    shares = group_certificate.shares(board)
    seen = [f"people.person:{row.person.pk}" for row in shares]
    access.record(request.user, AccessEntry.Action.VIEW, f"councils.group:{board.pk}", subjects=seen)
    rows = list(board.problems.all())
    context = {
        "council": board,
        "notes": group.notes(board),
        "sessions": group.sessions(board),
        "discussion": group.discussion(board),
        "form": {"look": sessions, "make": sessions, "discuss": event}.get(act or ""),
        "sessions_form": sessions,
        "discussion_form": event,
        "days": sessions.days() if act and act != "discuss" and sessions.is_valid() else [],
        "problems": len(rows),
        "chosen": sum(row.is_chosen for row in rows),
        "shares": shares,
    }
    return render(request, "councils/backoffice/group.html", context)


@require_safe
@never_cache
def certificate(request: HttpRequest, council: int, person: int) -> HttpResponse:
    """The certificate as PDF; `?nimi=1` tells the group's name on it, where the person wishes so."""
    board = problems.led_group(request, council)
    member = get_object_or_404(Person.objects.filter(pk__in=board.memberships.values("person")), pk=person)
    try:
        body = group_certificate.sheet(
            board, member, Actor.of(request.user), names_group=request.GET.get("nimi") == "1"
        )
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("council_group:page", board.pk)
    access.record(
        request.user, AccessEntry.Action.EXPORT, f"councils.certificate:{board.pk}", [f"people.person:{member.pk}"]
    )
    name = pgettext("file name", "certificate")
    return problems.file_answer(body, f"{name}.pdf", "application/pdf")


urlpatterns: list[URLPattern] = [
    path("", asking(show, LOOK, ACT), name="page"),
    path("todistus/<int:person>/", asking(certificate, LOOK, ACT), name="certificate"),
    path("ongelmat/", asking(problems.show, LOOK, ACT), name="problems"),
    path("ongelmat/taulukko/<str:ending>/", asking(problems.export, LOOK, ACT), name="export"),
    path("ongelmat/<int:pk>/", asking(problems.row, ACT, ACT), name="problem"),
    path("ongelmat/<int:pk>/<str:act>/", asking(problems.press, ACT, ACT), name="press"),
]
