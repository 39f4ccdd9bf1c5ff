"""A council's desk: its letters and calls, which its own leaders post and make (CO-02, CC-15)."""

from __future__ import annotations

from django.db.models import Count
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.board import asking
from coordination.messaging.backoffice import call, letters
from coordination.messaging.backoffice.call import CallRoom
from coordination.messaging.backoffice.letters import LetterRoom
from coordination.messaging.models import Message, PrintRun
from councils.models import Meeting
from councils.permissions import desk

from . import council_found

RIGHTS = ("councils.view_meeting", "councils.change_meeting")
TABS = "councils/backoffice/_council_tabs.html"


def _room(request: HttpRequest, key: int) -> LetterRoom:
    council = council_found.led(request, key)
    name = desk.of(council)
    return LetterRoom(
        namespace="council_letters",
        runs=PrintRun.objects.at_desk(name),
        heads=(council.unit,),
        desk=name,
        args=(council.pk,),
        head=TABS,
        facts={"council": council},
    )


@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    """Earlier print runs of the council."""
    room = _room(request, council)
    runs = room.runs.annotate(letter_count=Count("letters")).select_related("ended_by__person")
    rows = [(run, room.url("page", run.pk)) for run in runs[:100]]
    return render(request, "councils/packet/runs.html", {"runs": rows, **room.facts})


@never_cache
@require_http_methods(["GET", "POST"])
def waiting(request: HttpRequest, council: int) -> HttpResponse:
    """The letters that wait; POST begins their run."""
    return letters.waiting(request, _room(request, council))


@never_cache
def preview(request: HttpRequest, council: int, message: int) -> FileResponse:
    return letters.preview(request, _room(request, council), message)


@never_cache
def show(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    return letters.show(request, _room(request, council), pk)


@never_cache
def state(request: HttpRequest, council: int, pk: int) -> JsonResponse:
    return letters.state(_room(request, council), pk)


@never_cache
def pdf(request: HttpRequest, council: int, pk: int) -> FileResponse:
    return letters.pdf(request, _room(request, council), pk)


@require_POST
def posted(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    return letters.post(request, _room(request, council), pk)


@require_POST
def again(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    return letters.again(request, _room(request, council), pk)


@require_POST
def cancel(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    return letters.cancel(request, _room(request, council), pk)


@never_cache
@require_http_methods(["GET", "POST"])
def calls(request: HttpRequest, council: int) -> HttpResponse:
    """Whom to ring of the council, and what to say."""
    row = council_found.led(request, council)
    name = desk.of(row)
    room = CallRoom(Message.objects.at_desk(name), desk=name, head=TABS, facts={"council": row})
    return call.listed(request, room)


@never_cache
def about(request: HttpRequest, noun: str, key: int) -> HttpResponse:
    """From a message to the page of its cause: the answers to a meeting, else the council's letters."""
    found = Meeting.objects.led_by(request.user)
    if noun == "invitation":
        return redirect("meeting_answers:page", get_object_or_404(found, invitations=key).pk)
    if noun == "meeting":
        return redirect("meeting_answers:page", get_object_or_404(found, pk=key).pk)
    raise Http404


letter_patterns = [
    path("", asking(waiting, *RIGHTS), name="waiting"),
    path("ajot/", asking(index, *RIGHTS), name="index"),
    path("kirje/<int:message>/", asking(preview, *RIGHTS), name="letter"),
    path("ajot/<int:pk>/", asking(show, *RIGHTS), name="page"),
    path("ajot/<int:pk>/tilanne/", asking(state, *RIGHTS), name="state"),
    path("ajot/<int:pk>/pdf/", asking(pdf, *RIGHTS), name="pdf"),
    path("ajot/<int:pk>/postissa/", asking(posted, *RIGHTS), name="post"),
    path("ajot/<int:pk>/uudestaan/", asking(again, *RIGHTS), name="again"),
    path("ajot/<int:pk>/peru/", asking(cancel, *RIGHTS), name="cancel"),
]
call_patterns = [path("", asking(calls, *RIGHTS), name="index")]
about_patterns = [path("<slug:noun>/<int:key>/", asking(about, *RIGHTS), name="about")]
