"""The leaders' notices to the members: written once, told in each one's own channel (CC-28)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.board import asking
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import bulletin as verbs
from councils.forms.bulletin import BulletinForm
from councils.models import Bulletin

from . import council_found

LOOK, ACT = "councils.view_bulletin", "councils.add_bulletin"
SHOWN = 50


@require_safe
@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    board = council_found.led(request, council)
    rows = board.bulletins.select_related("told_by__person")[:SHOWN]
    return render(request, "councils/backoffice/bulletin_list.html", {"council": board, "bulletins": rows})


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest, council: int) -> HttpResponse:
    """Who will be told, and how, stands beside the form before the press."""
    board = council_found.led(request, council)
    form = BulletinForm(request.POST if request.method == "POST" else None, council=board, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The notice is on its way."))
        return redirect("council_bulletin:page", board.pk, form.made.pk)
    people = verbs.audience(board)
    _log(request, f"councils.council:{board.pk}", [person.pk for person in people])
    context = {"council": board, "form": form, "people": people, "ways": verbs.ways(people)}
    return render(request, "councils/backoffice/bulletin_new.html", context)


@require_safe
@never_cache
def show(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """What was told, and how far it has come to each one."""
    board = council_found.led(request, council)
    row = get_object_or_404(Bulletin, council=board, pk=pk)
    sent = verbs.sent(row)
    _log(request, f"councils.bulletin:{row.pk}", [message.person_id for message in sent])
    context = {"council": board, "bulletin": row, "sent": sent}
    return render(request, "councils/backoffice/bulletin_page.html", context)


def _log(request: HttpRequest, about: str, people: list[int]) -> None:
    subjects = [f"people.person:{pk}" for pk in people]
    access.record(request.user, AccessEntry.Action.VIEW, about, subjects=subjects)


urlpatterns = [
    path("", asking(index, LOOK, LOOK), name="index"),
    path("uusi/", asking(new, ACT, ACT), name="new"),
    path("<int:pk>/", asking(show, LOOK, LOOK), name="page"),
]
