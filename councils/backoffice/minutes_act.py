"""Pages that write of the minutes: plain language, the public text, the approval."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.people.actor import Actor
from councils.domain import minutes as verbs
from councils.domain import minutes_names
from councils.forms.minutes import ApproveForm, PlainForm, PublicForm, TextsForm
from councils.models import Council, Meeting, Minutes

RIGHTS = ("councils.view_minutes", "councils.change_minutes")


def found(request: HttpRequest, key: int) -> Minutes:
    """The minutes of the meeting, of a council the user leads; else not found."""
    rows = Minutes.objects.filter(meeting__council__in=Council.objects.led_by(request.user))
    return get_object_or_404(rows.select_related("meeting__council__unit", "approved_in", "archive"), meeting=key)


@require_http_methods(["GET", "POST"])
@never_cache
def plain(request: HttpRequest, meeting: int) -> HttpResponse:
    """The plain-language text beside the official one."""
    done = gettext_lazy("The plain-language text is kept.")
    return _texts(request, meeting, PlainForm, "councils/minutes/plain.html", done)


@require_http_methods(["GET", "POST"])
@never_cache
def public(request: HttpRequest, meeting: int) -> HttpResponse:
    """The text without names."""
    done = gettext_lazy("The public text is kept. Read it once more, then publish it.")
    return _texts(request, meeting, PublicForm, "councils/minutes/public.html", done)


@require_http_methods(["GET", "POST"])
@never_cache
def approve(request: HttpRequest, meeting: int) -> HttpResponse:
    """In which meeting, with what corrections; while there is none to choose, when there will be."""
    record = found(request, meeting)
    if not verbs.may_approve_in(record).exists():
        coming = Meeting.objects.upcoming().filter(
            council=record.meeting.council, starts_at__gt=record.meeting.starts_at
        )
        context = {"meeting": record.meeting, "coming": coming.order_by("starts_at").first()}
        return render(request, "councils/minutes/approve_later.html", context)
    done = gettext_lazy("The minutes are approved. They cannot be changed any more.")
    return _texts(request, meeting, ApproveForm, "councils/minutes/approve.html", done)


def _texts(request: HttpRequest, meeting: int, form_class: type[TextsForm], template: str, done: str) -> HttpResponse:
    record = found(request, meeting)
    council = record.meeting.council
    wanted = request.GET.get("kieli", "")
    language = wanted if wanted in council.languages else council.main_language
    posted = request.POST if request.method == "POST" else None
    form = form_class(posted, minutes=record, by=Actor.of(request.user), language=language)
    if posted is not None and form.is_valid() and form.save():
        messages.success(request, done)
        return redirect("meeting_minutes:page", record.meeting_id)
    context = {
        "meeting": record.meeting,
        "minutes": record,
        "form": form,
        "language": language,
        "languages": council.languages if len(council.languages) > 1 else [],
        "unsettled": verbs.without_outcome(record),
        "blank": minutes_names.blank(),
        "comments": record.comments.filter(handled_at=None).select_related("item"),
    }
    return render(request, template, context)
