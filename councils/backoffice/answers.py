"""Who comes: everybody invited with their answer and needs, answers written down, substitutes asked, guests."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation import clock
from coordination.foundation.board import asking
from coordination.foundation.pressing import pressed
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import answers, guest_hint, invitation
from councils.forms.guest import GuestForm
from councils.forms.invitation import WrittenDownForm
from councils.models import Invitation, Meeting

from . import meeting_found as found

LOOK, ACT = "councils.view_meeting", "councils.change_meeting"


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The list with its sums; before the opening, who would be invited. Reading it is logged (CC-29)."""
    meeting = found.meeting(request, pk)
    board = answers.of(meeting)
    is_planned = meeting.status == Meeting.Status.PLANNED
    circle = invitation.circle(meeting) if is_planned else []
    people = [*(row.invitation.person_id for row in board.rows), *(person.pk for person, __ in circle)]
    subjects = sorted(f"people.person:{key}" for key in people)
    access.record(request.user, AccessEntry.Action.VIEW, f"councils.answers:{meeting.pk}", subjects=subjects)
    context = {
        "meeting": meeting,
        "council": meeting.council,
        "board": board,
        "circle": [(person, Invitation.Role(role).label) for person, role in circle],
        "newcomers": invitation.newcomers(meeting) if meeting.status == Meeting.Status.OPEN else [],
        "hint": guest_hint.hint(meeting) if is_planned else None,
        "may_answer": meeting.status == Meeting.Status.OPEN and meeting.starts_at > clock.now(),
        "may_invite": meeting.status in (Meeting.Status.PLANNED, Meeting.Status.OPEN) and meeting.ends_at > clock.now(),
    }
    return render(request, "councils/backoffice/answers.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def enter(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    """An answer told on the phone, or come on the paper slip; then the next one who has not answered."""
    meeting = found.meeting(request, pk)
    invited = _invited(meeting, row)
    form = WrittenDownForm(form_page.posted(request), invitation=invited, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The answer is written down: %(name)s.") % {"name": invited.person.full_name})
        return redirect("meeting_answers:page", meeting.pk)
    if request.method == "GET":
        subject = [f"people.person:{invited.person_id}"]
        access.record(request.user, AccessEntry.Action.VIEW, f"councils.answers:{meeting.pk}", subjects=subject)
    context = {"meeting": meeting, "council": meeting.council, "invitation": invited, "form": form}
    return render(request, "councils/backoffice/answer_enter.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def add_guest(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = found.meeting(request, pk)
    form = GuestForm(form_page.posted(request), meeting=meeting, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        told = meeting.status == Meeting.Status.OPEN
        words = (
            _("%(name)s is invited.") if told else _("%(name)s is on the list, and is told when the meeting is opened.")
        )
        messages.success(request, words % {"name": form.made.person.full_name})
        return redirect("meeting_answers:page", meeting.pk)
    context = {"meeting": meeting, "council": meeting.council, "form": form, "hint": guest_hint.hint(meeting)}
    return render(request, "councils/backoffice/guest_new.html", context)


@require_POST
def press(request: HttpRequest, pk: int, row: int, act: str) -> HttpResponse:
    """What needs no words: a substitute asked, an invitation taken back."""
    meeting = found.meeting(request, pk)
    invited, by = _invited(meeting, row), Actor.of(request.user)
    acts: dict[str, tuple[Callable[[], object], str]] = {
        "pyyda": (lambda: invitation.call_substitute(invited, by), _("%(name)s is asked to come.")),
        "peru": (lambda: invitation.withdraw(invited, by), _("The invitation is taken back: %(name)s.")),
    }
    verb, done = acts.get(act, (lambda: None, ""))
    pressed(request, verb, done and done % {"name": invited.person.full_name})
    return redirect("meeting_answers:page", meeting.pk)


@require_POST
def call(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite those who have joined the council since the meeting was opened."""
    meeting = found.meeting(request, pk)
    try:
        made = invitation.call(meeting, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        words = ngettext(
            "%(count)s is invited now. Send the papers to them, too.",
            "%(count)s are invited now. Send the papers to them, too.",
            len(made),
        )
        messages.success(request, words % {"count": len(made)})
    return redirect("meeting_answers:page", meeting.pk)


def _invited(meeting: Meeting, pk: int) -> Invitation:
    row = get_object_or_404(meeting.invitations.standing().select_related("person__unit", "link"), pk=pk)
    row.meeting = meeting
    return row


urlpatterns: list[URLPattern] = [
    path("", asking(show, LOOK, ACT), name="page"),
    path("kutsu/", asking(call, ACT, ACT), name="call"),
    path("vieras/", asking(add_guest, ACT, ACT), name="guest"),
    path("<int:row>/", asking(enter, ACT, ACT), name="enter"),
    path("<int:row>/<str:act>/", asking(press, ACT, ACT), name="press"),
]
