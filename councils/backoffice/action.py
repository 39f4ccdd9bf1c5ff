"""What was taken on in a council's meetings: the overdue first, over all of them."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from coordination.calendar.models import Action
from coordination.foundation.board import asking
from coordination.people.actor import Actor
from councils.domain import action as actions
from councils.forms.action import EndForm

from . import council_found
from .live import RIGHTS

PAGE = 30


@require_GET
@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    """What is open, the nearest day first; what has ended under a fold, page by page."""
    row = council_found.led(request, council)
    rows = actions.of_council(row)
    ended = rows.exclude(status=Action.Status.OPEN).order_by("-ended_at", "-pk")
    page = Paginator(ended, PAGE).get_page(request.GET.get("page"))
    context = {
        "council": row,
        "lines": actions.lines(rows.filter(status=Action.Status.OPEN)),
        "page_obj": page,
        "ended": actions.lines(page.object_list),
    }
    return render(request, "councils/action/index.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def end(request: HttpRequest, council: int, action: int) -> HttpResponse:
    """Done, dropped or opened again."""
    row = council_found.led(request, council)
    found = get_object_or_404(actions.of_council(row), pk=action)
    posted = request.POST if request.method == "POST" else None
    form = EndForm(posted, action=found, by=Actor.of(request.user), press=request.POST.get("act", ""))
    if posted is not None and form.is_valid() and form.save():
        messages.success(request, _("Noted."))
        return redirect("council_action:index", row.pk)
    context = {"council": row, "action": found, "item": actions.item_of(found), "form": form}
    return render(request, "councils/action/end.html", context)


urlpatterns = [
    path("", asking(index, *RIGHTS), name="index"),
    path("<int:action>/", asking(end, *RIGHTS), name="end"),
]
