"""An event behind a personal link, without an account: what, when, where, the answer. GET shows, POST answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.events.domain import entry
from coordination.events.forms.idea import IdeaForm
from coordination.events.models import Registration
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor

from . import answer

WITH = ("person__unit", "event__coordinator", "event__unit", "link")


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, token: str) -> HttpResponse:
    """The event and one's own answer; nobody else's name."""
    row = _behind(token)
    if row is None:
        return render(request, "events/link/gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else row.person.language):
        form = answer.form_of(request, row.event, row.person, row, Actor.by_link(row.person))
        if request.method == "POST" and form.is_valid() and form.save():
            safe_link.use(row.link)
            messages.success(request, answer.thanks(form.made))
            return redirect(request.get_full_path())
        context = {**answer.facts(row.event, row, form, by_link=True), "token": token}
        return render(request, "events/link/show.html", context)


@require_safe
@never_cache
def file(request: HttpRequest, token: str) -> HttpResponse:
    """The event as a file for one's calendar."""
    row = _behind(token)
    if row is None:
        return render(request, "events/link/gone.html", status=410)
    return calendar_file(row)


@require_http_methods(["GET", "POST"])
@never_cache
def idea(request: HttpRequest, token: str) -> HttpResponse:
    """An idea that came at the event: kept without whose it is, although the link is personal."""
    row = _behind(token)
    if row is None:
        return render(request, "events/link/gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else row.person.language):
        form = IdeaForm(request.POST if request.method == "POST" else None, event=row.event)
        if request.method == "POST" and form.is_valid() and form.save():
            messages.success(request, _("Thank you! Your idea waits to be read, without your name."))
            return redirect("event_link", token)
        return render(request, "events/link/idea.html", {"form": form, "event": row.event, "token": token})


def calendar_file(row: Registration) -> HttpResponse:
    found = entry.file_for(row.event, row.person)
    if found is None:
        raise Http404
    reply = HttpResponse(found.body, content_type="text/calendar; charset=utf-8")
    reply["Content-Disposition"] = 'attachment; filename="tapahtuma.ics"'
    return reply


def _behind(token: str) -> Registration | None:
    try:
        link = safe_link.find(token, "event")
    except Refused:
        return None
    return Registration.objects.select_related(*WITH).filter(link=link).first()
