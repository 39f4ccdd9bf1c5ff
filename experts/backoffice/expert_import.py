"""A list into the register: choose the file, look at what was found, store, fetch the rows that stayed out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.records.views.job import gave_up, told, words
from experts.domain.expert_import import process, report
from experts.domain.finding import Finding, Kind
from experts.forms.expert_import import ImportForm
from experts.models import ExpertImport

from . import expert_found

RIGHT = "experts.add_expert"
ROWS = 50
TONES = {Kind.ERROR: ("bad", "x"), Kind.QUESTION: ("warn", "info"), Kind.NOTE: ("neutral", "info")}
NEWS = ("new", "changed", "bookings_new", "bookings_changed")
Status = ExpertImport.Status
WORKING = (Status.CHECKING, Status.STORING)


@dataclass
class FoundRow:
    """What is to be said of one row of the list. Row 0 is the heading's."""

    sheet: str
    number: int
    name: str
    findings: list[tuple[Finding, str, str]] = field(default_factory=list)


@never_cache
def start(request: HttpRequest) -> HttpResponse:
    _require_coordinator(request)
    form = ImportForm(form_page.posted(request), request.FILES or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            row = form.save(Actor.of(request.user))
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            return redirect("expert_import:show", row.pk)
    unfinished = (
        ExpertImport.objects.visible_to(request.user)
        .filter(status__in=[*WORKING, Status.CHECKED])
        .select_related("source")
    )
    return render(request, "experts/backoffice/expert_import_start.html", {"form": form, "unfinished": unfinished})


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the import is: on its way, to be looked at, or done."""
    row = _found(request, pk)
    if row.status in WORKING and not gave_up(row.job):
        return render(request, "experts/backoffice/expert_import_progress.html", _progress(row))
    if row.status in (Status.CHECKED, Status.STORED):
        access.record(request.user, AccessEntry.Action.VIEW, f"experts.import:{row.pk}")
        return render(request, "experts/backoffice/expert_import_found.html", _facts(request, row))
    return render(request, "experts/backoffice/expert_import_over.html", {"row": row})


@never_cache
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    row = _found(request, pk)
    is_finished = row.status not in WORKING or gave_up(row.job)
    return JsonResponse(told(row.job, finished=is_finished, url=reverse("expert_import:show", args=[row.pk])))


@require_POST
def store(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    try:
        process.approve(row, Actor.of(request.user), sound_only="sound" in request.POST)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("expert_import:show", row.pk)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    row = _found(request, pk)
    try:
        process.cancel(row, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("expert_import:show", row.pk)
    messages.success(request, _("Cancelled. Nothing came in, and the file is gone."))
    return redirect("expert:index")


@never_cache
def rest(request: HttpRequest, pk: int) -> FileResponse:
    """The rows that stayed out, to be mended."""
    row = _found(request, pk)
    if row.rest is None:
        raise Http404
    access.record(request.user, AccessEntry.Action.EXPORT, f"experts.import:{row.pk}")
    with row.rest.file.open("rb") as file:
        return FileResponse(BytesIO(file.read()), as_attachment=True, filename=row.rest.name)


def _require_coordinator(request: HttpRequest) -> None:
    if not expert_found.may_change(request):
        raise PermissionDenied


def _found(request: HttpRequest, pk: int) -> ExpertImport:
    _require_coordinator(request)
    rows = ExpertImport.objects.visible_to(request.user).select_related("unit", "source", "report", "rest", "job")
    return get_object_or_404(rows, pk=pk)


def _progress(row: ExpertImport) -> dict:
    return {
        "row": row,
        "job": row.job,
        "text": words(row.job),
        "state_url": reverse("expert_import:state", args=[row.pk]),
    }


def _facts(request: HttpRequest, row: ExpertImport) -> dict:
    told = report.read(row.report)
    kind = request.GET.get("kind", "")
    wanted = [finding for finding in told.findings if kind not in Kind.values or finding.kind == kind]
    page = Paginator(_by_row(wanted, told), ROWS).get_page(request.GET.get("page"))
    counts = row.counts
    return {
        "row": row,
        "counts": counts,
        "is_stored": row.status == Status.STORED,
        "sound": counts.get("rows", 0) + counts.get("bookings", 0) - counts.get("out", 0),
        "is_news": any(counts.get(name) for name in NEWS),
        "kinds": _kinds(kind, counts),
        "page_obj": page,
        "first": told.first,
        "has_bookings": bool(counts.get("bookings")),
    }


def _kinds(chosen: str, counts: dict[str, int]) -> list[dict]:
    """The filter: everything, or one kind of finding."""
    labels = {
        "": pgettext_lazy("findings", "All"),
        Kind.ERROR: pgettext_lazy("findings", "Errors"),
        Kind.QUESTION: pgettext_lazy("findings", "Questions"),
        Kind.NOTE: pgettext_lazy("findings", "Notes"),
    }
    total = sum(counts.get(kind, 0) for kind in Kind.values)
    return [
        {"value": str(kind) or None, "label": label, "count": counts.get(kind, total), "current": chosen == kind}
        for kind, label in labels.items()
    ]


def _by_row(findings: list[Finding], told: report.Report) -> list[FoundRow]:
    """Rows in the order of the list, each with what is said of it, errors first."""
    rows: dict[tuple[str, int], list[Finding]] = defaultdict(list)
    for finding in findings:
        rows[finding.sheet, finding.row].append(finding)
    order = list(Kind)
    return [
        FoundRow(
            sheet,
            number,
            told.name_of(sheet, number),
            [
                (finding, *TONES[Kind(finding.kind)])
                for finding in sorted(said, key=lambda one: order.index(Kind(one.kind)))
            ],
        )
        for (sheet, number), said in rows.items()
    ]


urlpatterns = [
    path("", asking(start, RIGHT, RIGHT), name="start"),
    path("<int:pk>/", asking(show, RIGHT, RIGHT), name="show"),
    path("<int:pk>/tilanne/", asking(state, RIGHT, RIGHT), name="state"),
    path("<int:pk>/tallenna/", asking(store, RIGHT, RIGHT), name="store"),
    path("<int:pk>/peru/", asking(cancel, RIGHT, RIGHT), name="cancel"),
    path("<int:pk>/loput/", asking(rest, RIGHT, RIGHT), name="rest"),
]
