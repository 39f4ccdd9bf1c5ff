"""The interviews one holds: the list, the guide with one's own notes, the summary together. Made for a tablet on a table.

Whoever recruits in the campaign gets in; notes are read by those who interview alone, and every reading is logged.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.pressing import pressed
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import interview as verbs
from coordination.recruitment.domain import interview_guide, interview_list, interview_note, interview_sheet, walk_in
from coordination.recruitment.forms.interview_note import NoteForm, SummaryForm, TopicForm
from coordination.recruitment.models import Campaign, Interview

WITH = ("applicant__person", "applicant__campaign__unit", "applicant__campaign__contact", "slot", "summary__closed_by")


@require_safe
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """One's own interviews: to write down, to come, done. Who they are with is logged."""
    board = interview_list.of(request.user)
    subjects = sorted({f"people.person:{row.applicant.person_id}" for row in board.rows})
    if subjects:
        access.record(request.user, AccessEntry.Action.VIEW, "recruitment.interviews", subjects=subjects)
    led = Campaign.objects.led_by(request.user)
    campaigns = led.exclude(status__in=(Campaign.Status.DRAFT, Campaign.Status.ENDED))
    return render(request, "recruitment/interview/index.html", {"board": board, "campaigns": campaigns})


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions, one's own notes, and once both have finished the notes side by side. POST keeps the notes."""
    interview = _found(request, pk)
    if request.method == "GET":
        _log(request, interview)
        return _page(request, interview)
    form = _note_form(request, interview, request.POST)
    if form.is_valid() and form.save():
        if "finish" in request.POST:
            messages.success(request, _("Your notes are finished."))
        else:
            messages.success(request, _("Your notes are saved."))
        return redirect("recruitment:interview", interview.pk)
    return _page(request, interview, note_form=form)


@require_POST
@login_required
def autosave(request: HttpRequest, pk: int) -> JsonResponse:
    """The notes as they stand; what is refused stays in the browser. Words of health are told of, never stopped."""
    form = _note_form(request, _found(request, pk), request.POST)
    if not (form.is_valid() and form.save()):
        return JsonResponse({"saved": False}, status=422)
    words = form.health_words
    return JsonResponse({"saved": True, "note": ", ".join(words)})


@require_POST
@never_cache
@login_required
def sum_up(request: HttpRequest, pk: int) -> HttpResponse:
    """Close the interview together."""
    interview = _found(request, pk)
    form = _summary_form(request, interview, request.POST)
    if form.is_valid() and form.save():
        messages.success(request, _("The interview is summed up. Thank you!"))
        return redirect("recruitment:interview", interview.pk)
    return _page(request, interview, summary_form=form)


@require_POST
@never_cache
@login_required
def pass_on(request: HttpRequest, pk: int) -> HttpResponse:
    """An idea raised in the talk goes on without the name."""
    interview = _found(request, pk)
    form = TopicForm(request.POST, interview=interview, by=Actor.of(request.user))
    if form.is_valid() and form.save():
        messages.success(request, _("The idea is passed on, without a name."))
        return redirect("recruitment:interview", interview.pk)
    return _page(request, interview, topic_form=form)


@require_POST
@login_required
def press(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """What needs no words: come along, go on writing, the person did not come."""
    interview, by = _found(request, pk), Actor.of(request.user)
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "mukaan": (lambda: verbs.join(interview, by), _("You interview, too.")),
        "jatka": (lambda: interview_note.reopen(interview, by), _("You can go on writing.")),
        "ei-tullut": (lambda: verbs.missed(interview, by), _("Written down. The person can be invited again.")),
    }
    pressed(request, *acts.get(act, (lambda: None, "")))
    return redirect("recruitment:interview", interview.pk)


@require_POST
@login_required
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """It was begun at the door with the wrong person."""
    interview = _found(request, pk)
    if pressed(
        request, lambda: walk_in.take_back(interview, Actor.of(request.user)), _("The interview is taken back.")
    ):
        return redirect("recruitment:times", interview.applicant.campaign_id)
    return redirect("recruitment:interview", interview.pk)


@require_safe
@never_cache
@login_required
def guide(request: HttpRequest, pk: int) -> HttpResponse:
    """The questions to write on (PDF)."""
    interview = _found(request, pk)
    _log(request, interview, AccessEntry.Action.EXPORT)
    body = interview_guide.make(interview, get_language() or "fi")
    return FileResponse(BytesIO(body), content_type="application/pdf", filename="kysymykset.pdf")


def _page(
    request: HttpRequest,
    interview: Interview,
    *,
    note_form: NoteForm | None = None,
    summary_form: SummaryForm | None = None,
    topic_form: TopicForm | None = None,
) -> HttpResponse:
    sheet = interview_sheet.of(interview, request.user)
    by = Actor.of(request.user)
    if sheet.may_write and note_form is None:
        note_form = _note_form(request, interview)
    if sheet.may_sum_up and summary_form is None:
        summary_form = _summary_form(request, interview)
    context = {
        "interview": interview,
        "applicant": interview.applicant,
        "campaign": interview.applicant.campaign,
        "sheet": sheet,
        "note_form": note_form,
        "summary_form": summary_form,
        "topic_form": topic_form or TopicForm(interview=interview, by=by),
        "form": next((form for form in (note_form, summary_form, topic_form) if form and form.errors), None),
    }
    return render(request, "recruitment/interview/show.html", context)


def _note_form(request: HttpRequest, interview: Interview, data: object = None) -> NoteForm:
    by = Actor.of(request.user)
    note = interview.notes.filter(interviewer=by.person).first()
    return NoteForm(data, interview=interview, by=by, note=note)


def _summary_form(request: HttpRequest, interview: Interview, data: object = None) -> SummaryForm:
    alone = interview_sheet.of(interview, request.user).is_alone
    return SummaryForm(data, interview=interview, by=Actor.of(request.user), alone=alone)


def _rows(request: HttpRequest) -> QuerySet[Interview]:
    agreed = (Interview.Status.AGREED, Interview.Status.HELD, Interview.Status.MISSED)
    return Interview.objects.visible_to(request.user).filter(status__in=agreed)


def _found(request: HttpRequest, pk: int) -> Interview:
    """One with a time, of a campaign one recruits for."""
    return get_object_or_404(_rows(request).select_related(*WITH), pk=pk)


def _log(request: HttpRequest, interview: Interview, action: str = AccessEntry.Action.VIEW) -> None:
    about = f"recruitment.interview:{interview.pk}"
    access.record(request.user, action, about, subjects=[f"people.person:{interview.applicant.person_id}"])
