"""The minutes of a meeting for its leaders: how they stand, what to do next, what has changed, the archive."""

from __future__ import annotations

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import (
    attendance,
    minutes_archive,
    minutes_comment,
    minutes_names,
    minutes_plain,
    minutes_public,
    minutes_revision,
    minutes_telling,
)
from councils.domain import minutes as verbs
from councils.forms.minutes import HeardForm, OfferForm
from councils.models import Minutes, MinutesComment

from . import meeting_found, minutes_act
from .minutes_act import RIGHTS, found


@require_http_methods(["GET", "POST"])
@never_cache
def page(request: HttpRequest, meeting: int) -> HttpResponse:
    """How the minutes stand, with the next thing to do first; `act` of a POST says what is pressed."""
    row = meeting_found.meeting(request, meeting)
    record = Minutes.objects.filter(meeting=row).select_related("approved_in", "archive").first()
    if record is None:
        return render(request, "councils/minutes/none.html", {"meeting": row})
    record.meeting = row
    form, heard = OfferForm(_posted(request, "offer")), _heard(request, record)
    if request.method == "POST":
        try:
            done = _written_down(heard) if heard and heard.is_bound else _act(request, record, form)
        except Refused as refusal:
            messages.error(request, refusal.message)
            done = ""
        if done:
            messages.success(request, done)
        if not (heard and heard.errors):
            return redirect("meeting_minutes:page", row.pk)
    return render(request, "councils/minutes/page.html", {**_context(record), "form": form, "heard": heard})


def _posted(request: HttpRequest, act: str) -> QueryDict | None:
    return request.POST if request.POST.get("act") == act else None


def _heard(request: HttpRequest, record: Minutes) -> HeardForm | None:
    """The form for what somebody told on the phone, while comments are asked for."""
    if record.status != Minutes.Status.COMMENTABLE:
        return None
    return HeardForm(_posted(request, "hear"), minutes=record, by=Actor.of(request.user))


def _written_down(form: HeardForm) -> str:
    """Keeps it; no words where the form says what is wrong."""
    if not (form.is_valid() and form.save()):
        return ""
    return _("Written down. Mark it as seen to once the text is right.")


def _act(request: HttpRequest, record: Minutes, form: OfferForm) -> str:
    """Does what was pressed; the words to thank with. Raises `Refused`."""
    by, act = Actor.of(request.user), request.POST.get("act")
    if act == "offer" and form.is_valid():
        verbs.offer(record, by, without_plain=form.cleaned_data["without_plain"])
        return _("The minutes are offered to everybody, each in their own way.")
    if act == "take_back":
        verbs.take_back(record, by)
        return _("The minutes are a draft again.")
    if act == "handle" and request.POST.get("comment", "").isdecimal() and len(request.POST["comment"]) < 19:
        comment = get_object_or_404(MinutesComment, pk=int(request.POST["comment"]), minutes=record)
        minutes_comment.handle(comment, by)
        return _("Marked as seen to.")
    if act == "publish":
        minutes_public.publish(record, by, names_read=request.POST.get("names_read") == "on")
        return _("The minutes are on the council's public page.")
    if act == "withdraw":
        minutes_public.withdraw(record, by)
        return _("The minutes have been taken from the public page.")
    return ""


def _context(record: Minutes) -> dict:
    meeting = record.meeting
    lines = minutes_telling.lines(meeting)
    return {
        "meeting": meeting,
        "minutes": record,
        "slots": lines,
        "unsettled": verbs.without_outcome(record),
        "names": minutes_names.in_minutes(record),
        "public_names": minutes_names.in_public(record) if record.status == "approved" else [],
        "has_public": any(any(slot.item.public_notes.values()) for slot, *__ in lines),
        "plain_ready": minutes_plain.is_ready(record),
        "plain_written": minutes_plain.is_written(record),
        "comments": record.comments.select_related("person", "item"),
        "corrections": record.corrections.select_related("item"),
        "revisions": record.revisions.count(),
        "told": len(verbs.audience(record)),
        "may_approve": verbs.may_approve_in(record).exists(),
        "counts": attendance.counts(meeting),
    }


@require_GET
@never_cache
def history(request: HttpRequest, meeting: int) -> HttpResponse:
    """What changed at each telling, the newest first."""
    record = found(request, meeting)
    rows = list(record.revisions.select_related("kept_by__person").order_by("number"))
    language = record.meeting.council.main_language
    steps = [
        (newer, minutes_revision.changes(older, newer, language))
        for older, newer in zip([None, *rows], rows, strict=False)
    ]
    context = {
        "meeting": record.meeting,
        "minutes": record,
        "steps": steps[::-1],
        "status": dict(Minutes.Status.choices),
    }
    return render(request, "councils/minutes/history.html", context)


@require_GET
def archive(request: HttpRequest, meeting: int) -> HttpResponse:
    """The PDF/A of the meeting."""
    record = found(request, meeting)
    if record.archive is None:
        raise Http404
    return FileResponse(record.archive.file.open(), as_attachment=True, filename=record.archive.name)


@require_GET
def metadata(request: HttpRequest, meeting: int) -> JsonResponse:
    """What the archive asks of the file."""
    record = found(request, meeting)
    if record.archive is None:
        raise Http404
    answer = JsonResponse(minutes_archive.metadata(record), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = f'attachment; filename="{record.archive.name.removesuffix(".pdf")}.json"'
    return answer


urlpatterns = [
    path("", asking(page, *RIGHTS), name="page"),
    path("selko/", asking(minutes_act.plain, *RIGHTS), name="plain"),
    path("julkinen/", asking(minutes_act.public, *RIGHTS), name="public"),
    path("hyvaksy/", asking(minutes_act.approve, *RIGHTS), name="approve"),
    path("versiot/", asking(history, *RIGHTS), name="history"),
    path("arkisto/", asking(archive, *RIGHTS), name="archive"),
    path("arkisto/tiedot/", asking(metadata, *RIGHTS), name="metadata"),
]
