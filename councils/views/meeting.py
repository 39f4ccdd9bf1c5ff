"""Meetings for those who are invited: what comes, what was, and one meeting with all one needs (CC-15, MT-07)."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation import clock
from councils.domain import claimable, meeting_paper
from councils.models import Attendance, Council, Invitation, Material, Meeting

PAST = 12
OVER = (Meeting.Status.HELD, Meeting.Status.CLOSED)


@require_safe
@never_cache
@login_required
def index(request: HttpRequest) -> HttpResponse:
    """Those of one's own councils and those one is a guest of; a meeting being planned is in neither list."""
    seen = Meeting.objects.visible_to(request.user).told().select_related("council", "record")
    now = clock.now()
    coming = list(seen.filter(ends_at__gte=now).exclude(status__in=OVER).order_by("starts_at"))
    past = list(seen.filter(ends_at__lt=now).exclude(status=Meeting.Status.CANCELLED).order_by("-starts_at")[:PAST])
    own = Invitation.objects.filter(person__user=request.user, meeting__in=coming, withdrawn_at=None)
    answers = {row.meeting_id: row for row in own}
    for meeting in coming:
        meeting.own = answers.get(meeting.pk)
    councils = {meeting.council_id for meeting in (*coming, *past)}
    context = {"coming": coming, "past": past, "several": len(councils) > 1}
    return render(request, "councils/meeting/index.html", context)


@require_safe
@never_cache
@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting that has been opened. A guest sees when, where, the titles and the public papers."""
    told = Meeting.objects.visible_to(request.user).told()
    meeting = get_object_or_404(told.select_related("council", "chair", "presenter", "entry"), pk=pk)
    belongs = Council.objects.visible_to(request.user).filter(pk=meeting.council_id).exists()
    materials = Material.objects.visible_to(request.user).filter(item__meeting=meeting).select_related("file")
    own = meeting.invitations.select_related("person", "meeting__entry").filter(
        person__user=request.user, withdrawn_at=None
    )
    person = request.user.as_person()
    context = {
        "meeting": meeting,
        "reads_plain": person is not None and person.format == "plain",
        "council": meeting.council,
        "belongs": belongs,
        "invitation": own.first(),
        "slots": meeting_paper.slots(meeting, list(materials)),
        "minutes": meeting_paper.minutes_to_read(meeting) if belongs else None,
        "leader": meeting_paper.whom_to_ask(meeting),
        "may_answer": meeting.status == Meeting.Status.OPEN and meeting.starts_at > clock.now(),
        "claim_key": _claim_key(meeting, request),
        "is_over": meeting.ends_at < clock.now() or meeting.status in OVER,
    }
    return render(request, "councils/meeting/show.html", context)


def _claim_key(meeting: Meeting, request: HttpRequest) -> str:
    """For one who was there on the spot and has had no fare confirmed: the door to claim more than a bus ticket."""
    there = meeting.attendances.filter(person__user=request.user, state=Attendance.Status.PRESENT, fare=None)
    return claimable.key_of(meeting) if there.exists() else ""
