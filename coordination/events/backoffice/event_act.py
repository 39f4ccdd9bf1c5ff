"""Presses on an event's page: open, close, held; the programme, the tasks, who helps."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.events.domain import event as verbs
from coordination.events.domain import organiser, programme, task
from coordination.events.forms.arrange import OfEvent, OrganiserForm, ProgrammeForm, TaskForm
from coordination.events.models import Event
from coordination.foundation.pressing import pressed
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page

from . import found
from .event_edit import FORM

PRESSES: dict[str, tuple[Callable, object]] = {
    "ohjelma": (programme.usual, gettext_lazy("The usual programme is there. Change it as you like.")),
    "avaa": (verbs.open_, gettext_lazy("The event is open. Now invite people and tell of it.")),
    "sulje": (verbs.close, gettext_lazy("Registering is closed.")),
    "pidetty": (verbs.held, gettext_lazy("The event has been held. Those who were there are thanked.")),
}


@require_POST
def press(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Open (`avaa`), close registering (`sulje`), it was held (`pidetty`), the usual programme (`ohjelma`)."""
    event = found.event(request, pk)
    if act not in PRESSES:
        raise Http404
    verb, done = PRESSES[act]
    pressed(request, lambda: verb(event, Actor.of(request.user)), done)
    return redirect("event:page", event.pk)


@require_http_methods(["GET", "POST"])
@never_cache
def programme_add(request: HttpRequest, pk: int) -> HttpResponse:
    event = found.event(request, pk)
    return _asked(request, event, ProgrammeForm, _("A line of the programme"), _("Add to the programme"), "ohjelma")


@require_POST
def programme_remove(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    event = found.event(request, pk)
    programme.remove(get_object_or_404(event.programme, pk=row), Actor.of(request.user))
    messages.success(request, _("The line is taken away."))
    return redirect(_back(event, "ohjelma"))


@require_http_methods(["GET", "POST"])
@never_cache
def task_add(request: HttpRequest, pk: int) -> HttpResponse:
    event = found.event(request, pk)
    return _asked(request, event, TaskForm, _("Add a task"), _("Add a task"), "tehtavat")


@require_POST
def task_tick(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """Done (`done=1`), or not done after all."""
    event = found.event(request, pk)
    try:
        taken = get_object_or_404(task.of(event), pk=row)
        task.tick(event, taken, Actor.of(request.user), done=request.POST.get("done") == "1")
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(_back(event, "tehtavat"))


@require_http_methods(["GET", "POST"])
@never_cache
def organiser_add(request: HttpRequest, pk: int) -> HttpResponse:
    event = found.event(request, pk)
    return _asked(request, event, OrganiserForm, _("Who helps to arrange?"), _("Let in"), "jarjestajat")


@require_POST
def organiser_remove(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    event = found.event(request, pk)
    organiser.leave(get_object_or_404(event.organisers, pk=row), Actor.of(request.user))
    messages.success(request, _("They do not arrange this event any more."))
    # Whoever took themselves away does not see the page any more.
    still = Event.objects.led_by(request.user).filter(pk=event.pk).exists()
    return redirect(_back(event, "jarjestajat")) if still else redirect("event:index")


def _asked(
    request: HttpRequest, event: Event, kind: type[OfEvent], title: str, button: str, anchor: str
) -> HttpResponse:
    form = kind(form_page.posted(request), event=event, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Kept."))
        return redirect(_back(event, anchor))
    context = {"event": event, "form": form, "title": title, "button": button, "back": _back(event, anchor)}
    return render(request, FORM, context)


def _back(event: Event, anchor: str) -> str:
    return f"{reverse('event:page', args=[event.pk])}#{anchor}"
