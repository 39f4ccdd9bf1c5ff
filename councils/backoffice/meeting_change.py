"""Changing an open meeting and cancelling one: who will be told stands on the screen before the press."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation.board import asking
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import rule
from councils.domain.meeting_change import told
from councils.forms.meeting_change import CancelForm, ChangeForm
from councils.models import Invitation, Meeting

from . import meeting_found as found

LOOK, ACT = "councils.view_meeting", "councils.change_meeting"


@require_http_methods(["GET", "POST"])
@never_cache
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """A planned meeting has a page of its own for this: nobody has been told of it yet."""
    meeting = found.meeting(request, pk)
    if meeting.status != Meeting.Status.OPEN:
        return redirect("meeting:change" if meeting.status == Meeting.Status.PLANNED else "meeting:page", meeting.pk)
    form = ChangeForm(form_page.posted(request), meeting=meeting, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The meeting has changed, and everybody invited is told once."))
        return redirect("meeting_answers:page", meeting.pk)
    invited = told(meeting)
    context = {
        **_facts(meeting, invited),
        "form": form,
        "saying_yes": sum(row.answer == Invitation.Answer.YES for row in invited),
        "minutes": rule.on(meeting.council.unit, "message.settle_minutes"),
    }
    return render(request, "councils/backoffice/meeting_move.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = found.meeting(request, pk)
    if meeting.status not in (Meeting.Status.PLANNED, Meeting.Status.OPEN):
        return redirect("meeting:page", meeting.pk)
    form = CancelForm(form_page.posted(request), meeting=meeting, by=Actor.of(request.user))
    was_open = meeting.status == Meeting.Status.OPEN
    if request.method == "POST" and form.is_valid() and form.save():
        words = (
            _("The meeting is cancelled, and everybody invited is told.")
            if was_open
            else _("The meeting is cancelled.")
        )
        messages.success(request, words)
        return redirect("meeting:page", meeting.pk)
    context = {**_facts(meeting, told(meeting) if was_open else []), "form": form, "was_open": was_open}
    return render(request, "councils/backoffice/meeting_cancel.html", context)


def _facts(meeting: Meeting, invited: Sequence[Invitation]) -> dict:
    """The meeting and who is told, by channel: the letters and calls are work for somebody."""
    by_channel: dict[str, list[str]] = {}
    for row in invited:
        by_channel.setdefault(str(row.person.get_channel_display()), []).append(row.person.full_name)
    return {"meeting": meeting, "council": meeting.council, "told": by_channel, "how_many": len(invited)}


change_urlpatterns: list[URLPattern] = [path("", asking(change, ACT, ACT), name="page")]
cancel_urlpatterns: list[URLPattern] = [path("", asking(cancel, ACT, ACT), name="page")]
