"""Letters in the back office: those that wait, the runs, one run from its making to the post."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation.board import Board, MomentColumn
from coordination.foundation.refused import Refused
from coordination.messaging.domain import letter_sheet
from coordination.messaging.domain import print_run as verbs
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.permissions.message import may_handle
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit, User
from coordination.records.domain import access
from coordination.records.models import AccessEntry, Job
from coordination.records.views.job import words

Status = PrintRun.Status


class PrintRunBoard(Board):
    model = PrintRun
    name = "print_run"
    url_prefix = "kirjeet"
    icon = "doc-full"
    menu_label = pgettext_lazy("menu", "Print runs")
    add_to_admin_menu = False
    search_fields = None
    list_display = [
        TitleColumn(
            "number",
            label=_("Print run"),
            accessor=lambda row: _("Print run %(number)s") % {"number": row.number},
            get_url=lambda row: board.page_url(row),
        ),
        Column("letters", label=_("Letters"), accessor="letter_count"),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        Column("status", label=pgettext_lazy("print run", "State"), accessor="get_status_display"),
        MomentColumn("made_at", label=pgettext_lazy("print run", "Made"), sort_key="made_at"),
        MomentColumn("ended_at", label=pgettext_lazy("print run", "Posted")),
    ]
    default_ordering = "-made_at"

    def queryset_for(self, user: User) -> QuerySet:
        return PrintRun.objects.visible_to(user).select_related("unit").annotate(letter_count=Count("letters"))

    def pages(self) -> list[URLPattern]:
        return [
            path("odottavat/", waiting, name="waiting"),
            path("kirje/<int:message>/", preview, name="letter"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/tilanne/", state, name="state"),
            path("<int:pk>/pdf/", pdf, name="pdf"),
            path("<int:pk>/postissa/", post, name="post"),
            path("<int:pk>/uudestaan/", again, name="again"),
            path("<int:pk>/peru/", cancel, name="cancel"),
        ]


@never_cache
@require_http_methods(["GET", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """GET shows the letters that wait and what is wrong with some; POST begins a run of one branch."""
    heads = request.user.branches(Role.Kind.COORDINATOR)
    if request.method == "POST":
        return _begin(request, heads)
    ready, lacking = verbs.parted(verbs.waiting(heads))
    branches = [(head, sum(row.person.unit.path.startswith(head.path) for row in ready)) for head in heads]
    context = {
        "ready": ready,
        "lacking": lacking,
        "branches": [(head, count) for head, count in branches if count],
        "sorts": PrintRun.Sort.choices,
        "open_runs": PrintRun.objects.visible_to(request.user).open().annotate(letter_count=Count("letters")),
        "protected": any(row.person.protected_address for row in ready),
    }
    return render(request, "messaging/backoffice/letters.html", context)


def _begin(request: HttpRequest, heads: list[Unit]) -> HttpResponse:
    unit = next((head for head in heads if str(head.pk) == request.POST.get("unit")), None)
    if unit is None:
        raise PermissionDenied
    sort = request.POST.get("sort")
    try:
        run = verbs.begin(unit, Actor.of(request.user), sort if sort in PrintRun.Sort.values else PrintRun.Sort.PERSON)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect("print_run:waiting")
    return redirect("print_run:page", run.pk)


@never_cache
def preview(request: HttpRequest, message: int) -> FileResponse:
    """One letter as it will be printed, its codes covered."""
    rows = Message.objects.visible_to(request.user).filter(channel=Person.Channel.POST)
    row = get_object_or_404(rows.select_related("person__unit"), pk=message)
    if not may_handle(request.user, row):
        raise PermissionDenied
    access.record(
        request.user, AccessEntry.Action.VIEW, f"messaging.message:{row.pk}", [f"people.person:{row.person_id}"]
    )
    content = letter_sheet.preview(row, request.user.as_person())
    return FileResponse(BytesIO(content), content_type="application/pdf", filename=f"kirje-{row.pk}.pdf")


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The run as it stands: being made, to be posted with its list to tick, or over."""
    run = _found(request, pk)
    if run.status == Status.MAKING:
        context = {"run": run, "job": run.job, "text": words(run.job) if run.job else "", "gave_up": _gave_up(run)}
        return render(request, "messaging/backoffice/print_run_making.html", context)
    letters = run.letters.select_related("message__person")
    return render(request, "messaging/backoffice/print_run.html", {"run": run, "letters": list(letters)})


@never_cache
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    run = _found(request, pk)
    work = run.job
    told = (
        {"done": work.done, "total": work.total, "text": words(work)} if work else {"done": 0, "total": 0, "text": ""}
    )
    is_finished = run.status != Status.MAKING or _gave_up(run)
    return JsonResponse({**told, "finished": is_finished, "url": reverse("print_run:page", args=[run.pk])})


@never_cache
def pdf(request: HttpRequest, pk: int) -> FileResponse:
    """The letters to print. Taking them is logged, with whose they are."""
    run = _found(request, pk)
    if run.pdf is None:
        raise Http404
    readers = run.letters.values_list("message__person_id", flat=True)
    access.record(
        request.user,
        AccessEntry.Action.EXPORT,
        f"messaging.printrun:{run.pk}",
        [f"people.person:{key}" for key in readers],
    )
    with run.pdf.file.open("rb") as file:
        return FileResponse(BytesIO(file.read()), as_attachment=True, filename=run.pdf.name)


@require_POST
def post(request: HttpRequest, pk: int) -> HttpResponse:
    run = _found(request, pk)
    keys = [int(key) for key in request.POST.getlist("letter") if key.isdecimal() and len(key) < 19]
    try:
        count = verbs.post(run, Actor.of(request.user), None if "all" in request.POST else keys)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        told = ngettext("%(count)s letter is marked as posted.", "%(count)s letters are marked as posted.", count)
        messages.success(request, told % {"count": count})
    return redirect("print_run:page", pk)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    return _done(request, _found(request, pk), verbs.begin_again, "")


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    done = _("The run is cancelled. Its letters wait to be printed again: destroy what was printed already.")
    return _done(request, _found(request, pk), verbs.cancel, done)


def _done(request: HttpRequest, run: PrintRun, verb: object, done: str) -> HttpResponse:
    try:
        verb(run, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        if done:
            messages.success(request, done)
    return redirect("print_run:page", run.pk)


def _found(request: HttpRequest, pk: int) -> PrintRun:
    rows = PrintRun.objects.visible_to(request.user).select_related("unit", "job", "pdf", "ended_by__person")
    return get_object_or_404(rows, pk=pk)


def _gave_up(run: PrintRun) -> bool:
    """The worker could not: the page says so instead of waiting for ever."""
    return run.job is None or run.job.status in (Job.Status.FAILED, Job.Status.STOPPED)


board = PrintRunBoard()
