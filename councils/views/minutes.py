"""The minutes for the council's members: read, in plain language, heard; those who were there may comment."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import attendance, minutes_plain, minutes_telling
from councils.forms.minutes import CommentForm
from councils.models import Minutes


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """`?selko=1` gives the plain-language text, `?selko=0` the official one; at first whichever the reader has chosen."""
    rows = Minutes.objects.visible_to(request.user).select_related("meeting__council", "approved_in")
    record = get_object_or_404(rows, pk=pk)
    by = Actor.of(request.user)
    was_there = attendance.was_there(record.meeting, by.person)
    may_comment = was_there and record.status == Minutes.Status.COMMENTABLE
    form = CommentForm(request.POST if request.method == "POST" else None, minutes=record, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Thank you. The leaders of your council read it before the minutes are approved."))
        return redirect("councils:minutes", record.pk)
    has_plain = minutes_plain.is_ready(record)
    lines = minutes_telling.lines(record.meeting)
    context = {
        "minutes": record,
        "meeting": record.meeting,
        "lines": lines,
        "is_in_another_language": any(slot.item.notes.lang for slot, *__ in lines),
        "has_plain": has_plain,
        "is_plain": has_plain and _wants_plain(request, by.person),
        "was_there": was_there,
        "may_comment": may_comment,
        "form": form if may_comment else None,
        "own": record.comments.filter(person=by.person).select_related("item") if by.person else [],
        "corrections": record.corrections.select_related("item"),
    }
    return render(request, "councils/minutes/read.html", context)


def _wants_plain(request: HttpRequest, person: Person | None) -> bool:
    chosen = request.GET.get("selko")
    if chosen is not None:
        return chosen == "1"
    return person is not None and person.format == Person.Format.PLAIN
