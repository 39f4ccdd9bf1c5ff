"""Answering an invitation: behind a personal link without an account, or under one's own matters. GET shows, POST answers."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from councils.domain import agenda_clock, guest, invitation_entry
from councils.domain.invitation import refuse_over
from councils.forms.invitation import AnswerForm
from councils.mails.invitation import contact_of
from councils.models import Invitation

WITH = ("person__unit", "meeting__council", "meeting__chair", "meeting__entry", "link")


@require_http_methods(["GET", "POST"])
@never_cache
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The meeting in short and the answer, for whoever has the link: no papers, no names."""
    row = _behind(token)
    if row is None:
        return render(request, "councils/invitation/gone.html", status=410)
    with translation.override(translation.get_language() if "kieli" in request.GET else row.person.language):
        return _answer(request, row, Actor.by_link(row.person), "councils/invitation/by_link.html", token=token)


@require_safe
@never_cache
def file_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The meeting as a file for one's calendar."""
    row = _behind(token)
    if row is None:
        return render(request, "councils/invitation/gone.html", status=410)
    return _file(row)


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for the signed-in person; an answer leads to the meeting's page."""
    row = _own(request, pk)
    return _answer(request, row, Actor.of(request.user), "councils/invitation/show.html")


@require_safe
@never_cache
@login_required
def file(request: HttpRequest, pk: int) -> HttpResponse:
    return _file(_own(request, pk))


def _answer(request: HttpRequest, row: Invitation, by: Actor, template: str, token: str = "") -> HttpResponse:
    form = AnswerForm(request.POST if request.method == "POST" else None, invitation=row, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        if by.user is None:
            safe_link.use(row.link)
        messages.success(request, _thanks(form.cleaned_data["answer"]))
        return redirect(request.get_full_path()) if by.user is None else redirect("councils:meeting", row.meeting_id)
    if form.is_bound:
        _keep_what_was_chosen(row, form)
    return render(request, template, {**_facts(row, form), "token": token})


def _facts(row: Invitation, form: AnswerForm) -> dict[str, object]:
    meeting = row.meeting
    is_guest = row.role == Invitation.Role.GUEST
    leader = contact_of(meeting)
    slots = [] if is_guest else [slot for slot in agenda_clock.clock(meeting) if not slot.has_moved]
    return {
        "invitation": row,
        "meeting": meeting,
        "council": meeting.council,
        "form": form,
        "problem": form.problem if form.is_bound else "",
        "waits": _waits(row),
        "is_over": meeting.starts_at <= clock.now(),
        "slots": slots,
        "slot": guest.slot_words(row) if is_guest else "",
        "is_guest": is_guest,
        "leader": leader,
        # Where no leader has a phone the frame names the office.
        **({"helper": {"name": leader.first_name, "phone": leader.phone}} if leader and leader.phone else {}),
    }


def _waits(row: Invitation) -> bool:
    """Whether an answer is taken now."""
    try:
        refuse_over(row)
    except Refused:
        return False
    return True


def _keep_what_was_chosen(row: Invitation, form: AnswerForm) -> None:
    """What was refused is drawn again as it was chosen; nothing of it is saved."""
    row.answer = form.data.get("answer", "")
    row.needs, row.needs_note = form.data.getlist("needs"), form.data.get("needs_note", "")


def _thanks(answer: str) -> str:
    return {
        "yes": _("Thank you! You are expected. You may change your answer until the meeting begins."),
        "no": _("Thank you for telling. You may change your answer until the meeting begins."),
        "maybe": _("Thank you! Answer again when you know."),
    }[answer]


def _file(row: Invitation) -> HttpResponse:
    found = invitation_entry.file_for(row)
    if found is None:
        raise Http404
    reply = HttpResponse(found.body, content_type="text/calendar; charset=utf-8")
    reply["Content-Disposition"] = 'attachment; filename="kokous.ics"'
    return reply


def _behind(token: str) -> Invitation | None:
    try:
        link = safe_link.find(token, "meeting")
    except Refused:
        return None
    return Invitation.objects.standing().select_related(*WITH).filter(link=link).first()


def _own(request: HttpRequest, pk: int) -> Invitation:
    rows = Invitation.objects.visible_to(request.user).standing().filter(person__user=request.user)
    return get_object_or_404(rows.select_related(*WITH), pk=pk)
