"""The task list of a meeting: add, change, tick off, take away (CC-26)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from councils.domain import meeting_task as verbs
from councils.forms.meeting_task import TaskForm
from councils.models import Meeting, MeetingTask

from . import meeting_found as found


@require_http_methods(["GET", "POST"])
@never_cache
def add(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = found.meeting(request, pk)
    return _asked(request, meeting, None)


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, task: int) -> HttpResponse:
    row = found.task(request, task)
    return _asked(request, row.meeting, row)


@require_POST
def tick(request: HttpRequest, task: int) -> HttpResponse:
    """Done (`done=1`), or not done after all."""
    row = found.task(request, task)
    verbs.tick(row, Actor.of(request.user), done=request.POST.get("done") == "1")
    return redirect(_back(row.meeting))


@require_POST
def remove(request: HttpRequest, task: int) -> HttpResponse:
    row = found.task(request, task)
    verbs.remove(row, Actor.of(request.user))
    messages.success(request, _("The task is taken away."))
    return redirect(_back(row.meeting))


def _asked(request: HttpRequest, meeting: Meeting, task: MeetingTask | None) -> HttpResponse:
    form = TaskForm(form_page.posted(request), meeting=meeting, by=Actor.of(request.user), task=task)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Kept."))
        return redirect(_back(meeting))
    context = {"council": meeting.council, "meeting": meeting, "task": task, "form": form, "back": _back(meeting)}
    return render(request, "councils/backoffice/meeting_task.html", context)


def _back(meeting: Meeting) -> str:
    return f"{reverse('meeting:page', args=[meeting.pk])}#tehtavat"


pages = [
    path("<int:pk>/tehtava/", add, name="task_new"),
    path("tehtava/<int:task>/", change, name="task"),
    path("tehtava/<int:task>/tehty/", tick, name="task_tick"),
    path("tehtava/<int:task>/poista/", remove, name="task_remove"),
]
