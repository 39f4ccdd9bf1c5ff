"""A new event, its facts, a copy, cancelling: each a form that presses one verb."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.events.domain import event_telling, owner
from coordination.events.forms.event import CancelForm, CopyForm, FactsForm, NewForm
from coordination.events.models import Event
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import rule

from . import found

FORM = "events/backoffice/form.html"


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    form = NewForm(form_page.posted(request), initial=_known(request), user=request.user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The event is a draft: nobody has been told of it yet."))
        return redirect("event:page", form.made.pk)
    context = {
        "form": form,
        "title": _("New event"),
        "lead": _("Tasks for arranging come by the kind. Nobody is told before you open the event."),
        "button": _("Make the event"),
        "back": reverse("event:index"),
    }
    return render(request, FORM, context)


def _known(request: HttpRequest) -> dict:
    """What the page one comes from tells: the kind, and the council with its unit where one leads it."""
    kind, whose = request.GET.get("laji", ""), request.GET.get("kenelle", "")
    told = {"kind": kind} if kind in Event.Kind.values else {}
    found = next((each for each in owner.led_by(request.user) if each.key == whose), None) if whose else None
    return told | ({"meant_for": found.key, "unit": found.unit} if found else {})


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Who will be told stands on the page before the press."""
    event = found.event(request, pk)
    if event.status in (Event.Status.HELD, Event.Status.CANCELLED):
        return redirect("event:page", event.pk)
    form = FactsForm(form_page.posted(request), event=event, user=request.user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Kept."))
        return redirect("event:page", event.pk)
    told = [] if event.status == Event.Status.DRAFT else event_telling.concerned(event)
    context = {"event": event, "form": form, "told": len(told)}
    context["minutes"] = rule.on(event.unit, "message.settle_minutes")
    return render(request, "events/backoffice/change.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def copy(request: HttpRequest, pk: int) -> HttpResponse:
    event = found.event(request, pk)
    form = CopyForm(form_page.posted(request), event=event, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Copied. This is the new event; nobody has been told of it yet."))
        return redirect("event:page", form.made.pk)
    context = {
        "event": event,
        "form": form,
        "title": _("Copy the event"),
        "lead": _("The texts, the place and the programme come along; the people do not."),
        "button": _("Make the copy"),
        "back": reverse("event:page", args=[event.pk]),
    }
    return render(request, FORM, context)


@require_http_methods(["GET", "POST"])
@never_cache
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    event = found.event(request, pk)
    if event.status in (Event.Status.HELD, Event.Status.CANCELLED):
        return redirect("event:page", event.pk)
    was_told = event.status != Event.Status.DRAFT
    form = CancelForm(form_page.posted(request), event=event, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        words = (
            _("The event is cancelled, and everybody concerned is told.") if was_told else _("The event is cancelled.")
        )
        messages.success(request, words)
        return redirect("event:page", event.pk)
    told = event_telling.concerned(event) if was_told else []
    by_channel: dict[str, int] = {}
    for row in told:
        label = str(row.person.get_channel_display())
        by_channel[label] = by_channel.get(label, 0) + 1
    context = {"event": event, "form": form, "told": by_channel, "was_told": was_told}
    return render(request, "events/backoffice/cancel.html", context)
