"""The ideas and statements of one council: how they stand, whose turn it is, and the figures (CC-04, CC-05)."""

from __future__ import annotations

from collections import Counter

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation.board import asking
from councils.domain import statement_figures
from councils.models import Statement

from . import council_found
from . import statement_act as act

LOOK, CHANGE, ADD = "councils.view_statement", "councils.change_statement", "councils.add_statement"
A_PAGE = 25
STANDS = {
    "waiting": pgettext_lazy("statements", "Waits for an answer"),
    "silent": pgettext_lazy("statements", "Silent"),
    "answered": pgettext_lazy("statements", "Answered"),
    "in_use": pgettext_lazy("statements", "Seen in the service"),
    "closed": pgettext_lazy("statements", "Closed"),
    "draft": pgettext_lazy("statements", "Draft"),
}
NEXT = {
    "draft": pgettext_lazy("statement", "Take it further"),
    "waiting": pgettext_lazy("statement", "Wait: reminders leave by themselves"),
    "silent": pgettext_lazy("statement", "Call whoever is silent"),
    "answered": pgettext_lazy("statement", "Agree with the council what happens next"),
    "in_use": pgettext_lazy("statement", "Ready"),
    "closed": pgettext_lazy("statement", "Ready"),
}


@require_safe
@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    """All of one council's, newest first; `?tila=` narrows by where they stand."""
    board = council_found.led(request, council)
    rows = list(Statement.objects.filter(council=board).with_ways())
    counts = Counter(row.stands for row in rows)
    chosen = request.GET.get("tila", "")
    shown = [row for row in rows if row.stands == chosen] if chosen in STANDS else rows
    for row in shown:
        row.next = NEXT[row.stands]
        row.word = STANDS[row.stands]
    context = {
        "council": board,
        "page": Paginator(shown, A_PAGE).get_page(request.GET.get("page")),
        "filters": [("", pgettext("statements", "All"), len(rows))]
        + [(key, label, counts[key]) for key, label in STANDS.items() if counts[key]],
        "chosen": chosen if chosen in STANDS else "",
        "figures": statement_figures.of(board),
        "title": _("What came of it"),
    }
    return render(request, "councils/backoffice/statement_list.html", context)


@require_safe
@never_cache
def page(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """One of them: the words, the path, those it was taken to, and whose turn it is."""
    row = act.found(request, council, pk)
    late = next((way for way in row.ways if way.is_to_call), None)
    unread = next((way for way in row.answers if not way.answer_public and row.is_public), None)
    context = {
        "council": row.council,
        "statement": row,
        "word": STANDS[row.stands],
        "to_call": late,
        "to_publish": unread,
        "title": str(row.title),
    }
    return render(request, "councils/backoffice/statement_page.html", context)


@require_safe
@never_cache
def figures(request: HttpRequest, council: int) -> HttpResponse:
    """How the council has been heard, and the management's promise against the real days."""
    board = council_found.led(request, council)
    context = {"council": board, "figures": statement_figures.of(board), "title": _("The council in figures")}
    return render(request, "councils/backoffice/statement_figures.html", context)


urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, CHANGE), name="index"),
    path("luvut/", asking(figures, LOOK, CHANGE), name="figures"),
    path("uusi/", asking(act.new, ADD, ADD), name="new"),
    path("<int:pk>/", asking(page, LOOK, CHANGE), name="page"),
    path("<int:pk>/muuta/", asking(act.change, CHANGE, CHANGE), name="change"),
    path("<int:pk>/vie-eteenpain/", asking(act.forward, CHANGE, CHANGE), name="forward"),
    path("<int:pk>/nakyy-palvelussa/", asking(act.in_use, CHANGE, CHANGE), name="in_use"),
    path("<int:pk>/paata/", asking(act.close, CHANGE, CHANGE), name="close"),
    path("<int:pk>/<int:way>/vastaus/", asking(act.answer, CHANGE, CHANGE), name="answer"),
    path("<int:pk>/<int:way>/soitto/", asking(act.called, CHANGE, CHANGE), name="called"),
    path("<int:pk>/<int:way>/julkaise/", asking(act.publish, CHANGE, CHANGE), name="publish"),
]
