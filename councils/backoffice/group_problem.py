"""The sheet of problems on the screen: written by one while the others look at the wall; saved while one types (DG-08)."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import problem as verbs
from councils.domain import problem_sheet
from councils.forms.group import ProblemForm
from councils.models import Council, Problem

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, council: int) -> HttpResponse:
    """All rows with their boxes, and an empty one. POST adds a row, or makes one of the ticked (`act=combine`)."""
    board = led_group(request, council)
    by = Actor.of(request.user)
    act = request.POST.get("act")
    form = ProblemForm(request.POST if act == "add" else None, council=board, by=by, prefix="new")
    if act == "combine":
        return _combined(request, board, by)
    if act == "add" and form.is_valid() and form.save():
        return redirect(f"{request.path}#uusi")
    rows = [(row, ProblemForm(council=board, by=by, row=row, prefix=f"row{row.pk}")) for row in board.problems.all()]
    return render(request, "councils/backoffice/group_problems.html", {"council": board, "rows": rows, "form": form})


@require_POST
def row(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """Keeps one row: by itself while one types (answered in JSON), or by its button."""
    found = _row(request, council, pk)
    form = ProblemForm(
        request.POST, council=found.council, by=Actor.of(request.user), row=found, prefix=f"row{found.pk}"
    )
    is_kept = form.is_valid() and form.save()
    if request.headers.get("X-Requested-With") == "fetch":
        return JsonResponse({"ok": is_kept, "errors": form.errors}, status=200 if is_kept else 422)
    if is_kept:
        messages.success(request, _("The row is saved."))
    else:
        messages.error(request, next(iter(form.errors.values()))[0])
    return redirect(f"{_sheet(found)}#rivi-{found.pk}")


@require_POST
def press(request: HttpRequest, council: int, pk: int, act: str) -> HttpResponse:
    """Up, down, chosen or not, away; what was typed in the row is kept first."""
    found, by = _row(request, council, pk), Actor.of(request.user)
    if act != "poista":
        typed = ProblemForm(request.POST, council=found.council, by=by, row=found, prefix=f"row{found.pk}")
        if typed.is_valid():
            typed.save()
    acts: dict[str, Callable[[], object]] = {
        "ylos": lambda: verbs.shift(found, by, -1),
        "alas": lambda: verbs.shift(found, by, 1),
        "valitse": lambda: verbs.choose(found, by, is_chosen=True),
        "jata": lambda: verbs.choose(found, by, is_chosen=False),
        "poista": lambda: verbs.remove(found, by),
    }
    try:
        acts.get(act, lambda: None)()
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect(f"{_sheet(found)}#rivi-{found.pk}")


@require_safe
@never_cache
def export(request: HttpRequest, council: int, ending: str) -> HttpResponse:
    """The sheet as PDF, or as a table for a spreadsheet."""
    board = led_group(request, council)
    name = pgettext("file name", "problems")
    if ending == "xlsx":
        return file_answer(problem_sheet.as_xlsx(board), f"{name}.xlsx", XLSX)
    return file_answer(problem_sheet.as_pdf(board, get_language() or "fi"), f"{name}.pdf", "application/pdf")


def file_answer(body: bytes, name: str, content_type: str) -> HttpResponse:
    answer = HttpResponse(body, content_type=content_type)
    answer["Content-Disposition"] = f'inline; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


def _combined(request: HttpRequest, board: Council, by: Actor) -> HttpResponse:
    keys = [key for key in request.POST.getlist("rows") if key.isdecimal() and len(key) < 19]
    try:
        made = verbs.combine(list(Problem.objects.filter(council=board, pk__in=keys)), by)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(request.path)
    messages.success(request, _("The rows are one now. Make its words shorter."))
    return redirect(f"{request.path}#rivi-{made.pk}")


def led_group(request: HttpRequest, council: int) -> Council:
    """The group, for those who lead it; other kinds of council have no such pages."""
    rows = Council.objects.led_by(request.user).filter(kind=Council.Kind.DEVELOPER_GROUP)
    return get_object_or_404(rows.select_related("unit"), pk=council)


def _row(request: HttpRequest, council: int, pk: int) -> Problem:
    rows = Problem.objects.visible_to(request.user).filter(council=led_group(request, council))
    return get_object_or_404(rows.select_related("council__unit"), pk=pk)


def _sheet(found: Problem) -> str:
    return reverse("council_group:problems", args=[found.council_id])
