"""The screens of letters, whoever posts them: those that wait, a run from its making to the post.

The coordinators have them for their branches, whoever holds a desk for that desk; `LetterRoom` tells which.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from coordination.foundation.refused import Refused
from coordination.messaging.domain import letter_sheet
from coordination.messaging.domain import print_run as verbs
from coordination.messaging.models import Message, PrintRun
from coordination.messaging.models.desk import is_closed
from coordination.messaging.permissions.message import may_handle
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.records.views.job import gave_up, told, words

from . import cause

Status = PrintRun.Status


@dataclass(frozen=True)
class LetterRoom:
    """Whose letters these are: the branches of `heads`, or those of one `desk` in its unit; and where its screens stand.

    `head` is the template above each screen, which is given `facts`.
    """

    namespace: str
    runs: QuerySet[PrintRun]
    heads: tuple[Unit, ...]
    desk: str = ""
    args: tuple[int, ...] = ()
    head: str = ""
    facts: dict[str, object] = field(default_factory=dict)

    def url(self, name: str, *args: int) -> str:
        return reverse(f"{self.namespace}:{name}", args=[*self.args, *args])

    def urls(self, run: PrintRun) -> dict[str, str]:
        names = ("page", "state", "pdf", "post", "again", "cancel")
        return {"waiting": self.url("waiting"), **{name: self.url(name, run.pk) for name in names}}

    def messages(self, request: HttpRequest) -> QuerySet[Message]:
        rows = Message.objects
        return rows.at_desk(self.desk) if self.desk else rows.visible_to(request.user)

    def found(self, pk: int) -> PrintRun:
        return get_object_or_404(self.runs.select_related("unit", "job", "pdf", "ended_by__person"), pk=pk)


def waiting(request: HttpRequest, room: LetterRoom) -> HttpResponse:
    """GET shows the letters that wait and what is wrong with some; POST begins a run of one branch or of the desk."""
    if request.method == "POST":
        return _begin(request, room)
    ready, lacking = verbs.parted(verbs.waiting(room.heads, room.desk))
    counts = [(head, _count(ready, head, room)) for head in room.heads]
    open_runs = list(room.runs.open().annotate(letter_count=Count("letters")))
    context = {
        "room": room,
        "ready": [(row, room.url("letter", row.pk)) for row in ready],
        "lacking": [(row, cause.url_of(row) if is_closed(row.desk) else "") for row in lacking],
        "branches": [(head, count) for head, count in counts if count],
        "sorts": PrintRun.Sort.choices,
        "open_runs": [(run, room.url("page", run.pk)) for run in open_runs],
        "earlier": room.url("index"),
        "protected": any(row.person.protected_address for row in ready),
        **room.facts,
    }
    return render(request, "messaging/backoffice/letters.html", context)


def _count(ready: list[Message], head: Unit, room: LetterRoom) -> int:
    """How many a run of this branch would take: all, where there is but one."""
    return len(ready) if len(room.heads) == 1 else len(verbs.parted(verbs.waiting([head]))[0])


def _begin(request: HttpRequest, room: LetterRoom) -> HttpResponse:
    unit = next((head for head in room.heads if str(head.pk) == request.POST.get("unit")), None)
    if unit is None:
        raise PermissionDenied
    sort = request.POST.get("sort")
    sort = sort if sort in PrintRun.Sort.values else PrintRun.Sort.PERSON
    try:
        run = verbs.begin(unit, Actor.of(request.user), sort, room.desk)
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(room.url("waiting"))
    return redirect(room.url("page", run.pk))


def preview(request: HttpRequest, room: LetterRoom, message: int) -> FileResponse:
    """One letter as it will be printed, its codes covered."""
    rows = room.messages(request).filter(channel=Person.Channel.POST)
    row = get_object_or_404(rows.select_related("person__unit").prefetch_related("attachments"), pk=message)
    if not may_handle(request.user, row):
        raise PermissionDenied
    access.record(
        request.user, AccessEntry.Action.VIEW, f"messaging.message:{row.pk}", [f"people.person:{row.person_id}"]
    )
    content = letter_sheet.preview(row, request.user.as_person())
    return FileResponse(BytesIO(content), content_type="application/pdf", filename=f"kirje-{row.pk}.pdf")


def show(request: HttpRequest, room: LetterRoom, pk: int) -> HttpResponse:
    """The run as it stands: being made, to be posted with its list to tick, or over."""
    run = room.found(pk)
    context = {"run": run, "urls": room.urls(run), "room": room, **room.facts}
    if run.status == Status.MAKING:
        more = {"job": run.job, "text": words(run.job) if run.job else "", "gave_up": gave_up(run.job)}
        return render(request, "messaging/backoffice/print_run_making.html", {**context, **more})
    rows = list(run.letters.select_related("message__person"))
    return render(request, "messaging/backoffice/print_run.html", {**context, "letters": rows})


def state(room: LetterRoom, pk: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    run = room.found(pk)
    is_finished = run.status != Status.MAKING or gave_up(run.job)
    return JsonResponse(told(run.job, finished=is_finished, url=room.url("page", run.pk)))


def pdf(request: HttpRequest, room: LetterRoom, pk: int) -> FileResponse:
    """The letters to print. Taking them is logged, with whose they are."""
    run = room.found(pk)
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


def post(request: HttpRequest, room: LetterRoom, pk: int) -> HttpResponse:
    """Mark the ticked letters, or all, as posted."""
    run = room.found(pk)
    keys = [int(key) for key in request.POST.getlist("letter") if key.isdecimal() and len(key) < 19]
    try:
        count = verbs.post(run, Actor.of(request.user), None if "all" in request.POST else keys)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        told = ngettext("%(count)s letter is marked as posted.", "%(count)s letters are marked as posted.", count)
        messages.success(request, told % {"count": count})
    return redirect(room.url("page", pk))


def again(request: HttpRequest, room: LetterRoom, pk: int) -> HttpResponse:
    return _done(request, room, pk, verbs.begin_again, "")


def cancel(request: HttpRequest, room: LetterRoom, pk: int) -> HttpResponse:
    done = _("The run is cancelled. Its letters wait to be printed again: destroy what was printed already.")
    return _done(request, room, pk, verbs.cancel, done)


def _done(request: HttpRequest, room: LetterRoom, pk: int, verb: object, done: str) -> HttpResponse:
    try:
        verb(room.found(pk), Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        if done:
            messages.success(request, done)
    return redirect(room.url("page", pk))
