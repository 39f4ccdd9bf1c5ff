"""The planning page of a meeting: its agenda on the clock, what is not well yet, its facts, guests and tasks."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.events.domain import order
from coordination.people.actor import Actor
from councils.domain import (
    agenda_check,
    agenda_clock,
    follow_up_item,
    guest_hint,
    item_history,
    meeting_task,
    take_along_sheet,
)
from councils.domain.agenda_clock import Slot
from councils.domain.follow_up_item import FollowUp
from councils.domain.item_history import Stop
from councils.forms.agenda import QuickForm
from councils.forms.meeting_task import TaskForm
from councils.models import AgendaItem, Invitation, Material, Meeting

from . import meeting_found as found

LARGE = "suuri"
FIXED = {AgendaItem.Role.OPENING, AgendaItem.Role.FOLLOW_UP}
CHANGEABLE = {Meeting.Status.PLANNED, Meeting.Status.OPEN}


@dataclass(frozen=True)
class Line:
    """An item as it is drawn: its slot, papers and past, and what the arrows may do."""

    slot: Slot
    materials: list[Material]
    stops: list[Stop]
    is_first: bool
    is_last: bool
    is_fixed: bool
    follow_up: FollowUp | None


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    meeting = found.meeting(request, pk)
    tasks = list(meeting.tasks.select_related("owner"))
    guests = meeting.invitations.filter(role=Invitation.Role.GUEST, withdrawn_at=None).select_related("person")
    context = {
        **agenda_facts(meeting),
        "tasks": [(task, meeting_task.overdue(task)) for task in tasks],
        "tasks_done": sum(task.done_at is not None for task in tasks),
        "task_form": TaskForm(meeting=meeting, by=Actor.of(request.user)),
        "guests": list(guests),
        "hint": guest_hint.hint(meeting),
        "may_order": request.user.has_role(*order.MAY),
        "order_begun": order_begun(meeting),
    }
    return render(request, "councils/backoffice/meeting_page.html", context)


def agenda_facts(meeting: Meeting, said: str = "") -> dict:
    """What the agenda itself is drawn of; `said` is told to those who do not see it change."""
    slots = agenda_clock.clock(meeting)
    return {
        "council": meeting.council,
        "meeting": meeting,
        "lines": _lines(meeting, slots),
        "warnings": agenda_check.warnings(meeting, slots),
        "over": agenda_clock.over(meeting, slots),
        "end": slots[-1].ends_at if slots else meeting.starts_at,
        "may_change": meeting.status in CHANGEABLE,
        "quick": QuickForm(),
        "said": said,
    }


def order_begun(meeting: Meeting) -> dict:
    """Where an order of an expert is begun, and what the meeting tells of it, to be posted there."""
    main = meeting.items.filter(is_main=True).first()
    topic = str(main.title) if main else ""
    return order.of(topic=topic, place=meeting.place, starts_at=meeting.starts_at, ends_at=meeting.ends_at)


@require_safe
@never_cache
def take_along(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet everybody leaves with, as PDF (GC-02, GC-03)."""
    meeting = found.meeting(request, pk)
    languages = meeting.council.languages or [meeting.council.main_language]
    wanted = request.GET.get("kieli", "")
    language = wanted if wanted in languages else languages[0]
    content = take_along_sheet.as_pdf(meeting, language, is_large=request.GET.get("koko") == LARGE)
    headers = {"Content-Disposition": f'inline; filename="{pgettext("file name", "sheet")}-{meeting.pk}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def _lines(meeting: Meeting, slots: list[Slot]) -> list[Line]:
    papers: dict[int, list[Material]] = {}
    for row in Material.objects.filter(item__meeting=meeting).select_related("file"):
        papers.setdefault(row.item_id, []).append(row)
    histories = item_history.histories([slot.item for slot in slots])
    first = next((place for place, slot in enumerate(slots) if slot.item.role not in FIXED), len(slots))
    return [
        Line(
            slot,
            papers.get(slot.item.pk, []),
            histories[slot.item.pk],
            is_first=place <= first,
            is_last=place == len(slots) - 1,
            is_fixed=slot.item.role in FIXED,
            follow_up=follow_up_item.follow_up(meeting) if slot.item.role == AgendaItem.Role.FOLLOW_UP else None,
        )
        for place, slot in enumerate(slots)
    ]
