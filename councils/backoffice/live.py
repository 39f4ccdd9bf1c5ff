"""The secretary's screen in the meeting: one item at a time, kept while it is written."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation import clock
from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import action, agenda, attendance, minutes, outcome, writer
from councils.domain.agenda import Slot
from councils.domain.follow_up_item import follow_up
from councils.forms.live import ActionForm, ItemForm
from councils.models import AgendaItem, Meeting, Minutes

from . import live_act, meeting_found

RIGHTS = ("councils.view_minutes", "councils.change_minutes")


@dataclass(frozen=True)
class Place:
    """Where the secretary is: the agenda on the clock, the item in hand and the one after it."""

    slots: list[Slot]
    here: Slot | None
    after: Slot | None


@require_http_methods(["GET", "POST"])
@never_cache
def page(request: HttpRequest, meeting: int) -> HttpResponse:
    """The item in hand; POST keeps it and goes on. A refused outcome stays on the page, the notes are kept all the same."""
    row = meeting_found.meeting(request, meeting)
    record = Minutes.objects.filter(meeting=row).first()
    place = _place(row, request.GET.get("kohta", ""))
    if record is None or place.here is None:
        return render(request, "councils/live/before.html", {"meeting": row, "seats": attendance.roll(row)})
    by, language = Actor.of(request.user), _language(request, row)
    form = _form(request, place.here.item, by, language)
    if request.method == "POST":
        form, done = _kept(request, form)
        if done:
            return redirect(_next(request, row, place))
    context = {
        **_context(row, record, place, by),
        "form": form,
        "language": language,
        "action_form": ActionForm(item=place.here.item, by=by),
        "is_large": "iso" in request.GET,
    }
    subjects = [f"people.person:{seat.person.pk}" for seat in context["seats"]]
    access.record(request.user, AccessEntry.Action.VIEW, f"councils.attendance:{row.pk}", subjects=subjects)
    return render(request, "councils/live/page.html", context)


@require_POST
def keep(request: HttpRequest, meeting: int, item: int) -> JsonResponse:
    """What is being written, kept quietly; the answer tells what stands now, and who else writes where."""
    row = meeting_found.meeting(request, meeting)
    found = get_object_or_404(row.items.select_related("meeting__council", "council"), pk=item)
    by = Actor.of(request.user)
    form = ItemForm(request.POST, item=found, by=by, language=_language(request, row))
    form.is_valid()
    try:
        if wrong := [error for name in ("notes", "version") for error in form.errors.get(name, [])]:
            return JsonResponse({"refused": str(wrong[0])}, status=422)
        noted = form.keep()
        is_kept = bool(request.POST.get("outcome_typed")) and _keep_quietly(form)
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal), "code": refusal.code}, status=422)
    if request.POST.get("typing"):
        writer.note(found, by)
    told = {"text": noted.text, "version": noted.version, "joined": noted.joined, "writers": _writers(row, by)}
    signs = {"seen": outcome.mark(found), "shown": form.sign} if is_kept else {}
    return JsonResponse({**told, **signs})


def _keep_quietly(form: ItemForm) -> bool:
    """An outcome that brings nothing besides its words is kept as well; the others wait for the press."""
    if form.errors or not form.tells_outcome() or form.cleaned_data["outcome"] not in outcome.QUIET:
        return False
    try:
        form.keep_outcome()
    except Refused as refusal:
        if refusal.code == "changed":
            raise
        return False
    return True


def _form(request: HttpRequest, item: AgendaItem, by: Actor, language: str) -> ItemForm:
    return ItemForm(request.POST if request.method == "POST" else None, item=item, by=by, language=language)


def _kept(request: HttpRequest, form: ItemForm) -> tuple[ItemForm, bool]:
    """The notes first, by themselves; then the outcome. The form to show again, and whether all of it is kept."""
    form.is_valid()
    if form.errors.get("notes") or form.errors.get("version"):
        return form, False
    try:
        noted = form.keep()
        if not form.errors and form.tells_outcome():
            form.keep_outcome()
    except Refused as refusal:
        refusal.as_form_error(form)
    if form.errors:
        return _again(request, form), False
    if noted.joined and noted.text != form.cleaned_data["notes"]:
        messages.info(request, _("Another wrote in this item as well. The lines of both stand."))
    return form, True


def _again(request: HttpRequest, form: ItemForm) -> ItemForm:
    """The form with the notes as they stand now, so that a second press does not join them with themselves."""
    item = form.item
    data = request.POST.copy()
    text = item.notes.get(form.language, "") or data.get("notes", "")
    data["notes"], data["base"], data["version"] = text, text, str(item.notes_version)
    data["seen"] = outcome.mark(AgendaItem.objects.get(pk=item.pk))
    again = ItemForm(data, item=item, by=form.by, language=form.language)
    again._errors = form.errors
    again.cleaned_data = {}
    return again


def _place(meeting: Meeting, wanted: str) -> Place:
    """The item asked for, else the first that has no outcome yet."""
    slots = agenda.clock(meeting)
    for slot in slots:
        slot.item.meeting, slot.item.council = meeting, meeting.council
    here = next((slot for slot in slots if str(slot.item.pk) == wanted), None)
    if here is None and slots:
        here = next((slot for slot in slots if _waits(slot.item)), slots[-1])
    after = slots[slots.index(here) + 1 :] if here else []
    return Place(slots, here, next((slot for slot in after if not slot.has_moved), None))


def _waits(item: AgendaItem) -> bool:
    return not item.outcome and item.role not in minutes.NEEDS_NO_OUTCOME and item.kind != AgendaItem.Kind.BREAK


def _next(request: HttpRequest, meeting: Meeting, place: Place) -> str:
    goes_on = request.POST.get("act") == "next" and place.after
    item = place.after.item if goes_on else place.here.item
    more = "".join(f"&{key}={request.GET[key]}" for key in ("iso", "kieli") if request.GET.get(key, "").isalnum())
    return f"{reverse('meeting_live:page', args=[meeting.pk])}?kohta={item.pk}{more}"


def _context(meeting: Meeting, record: Minutes, place: Place, by: Actor) -> dict:
    seats = attendance.roll(meeting)
    expected = [seat for seat in seats if seat.is_there or seat.role == "member"]
    return {
        "meeting": meeting,
        "minutes": record,
        "slots": place.slots,
        "here": place.here,
        "after": place.after,
        "seats": seats,
        "there": sum(seat.is_there for seat in seats),
        "expected": len(expected),
        "actions": action.of_item(place.here.item),
        "told": follow_up(meeting) if place.here.item.role == AgendaItem.Role.FOLLOW_UP else None,
        "writers": _writers(meeting, by),
        "now": clock.now(),
        "is_locked": record.status == Minutes.Status.APPROVED,
        "is_on": meeting.status == Meeting.Status.OPEN,
        "languages": meeting.council.languages if len(meeting.council.languages) > 1 else [],
        "next_meeting": outcome.next_meeting(meeting),
    }


def _writers(meeting: Meeting, by: Actor) -> list[str]:
    numbers = {slot.item.pk: slot.number for slot in agenda.clock(meeting)}
    return [
        pgettext("live", "%(name)s is writing in item %(number)s") % {"name": name, "number": numbers.get(item) or "–"}
        for name, item in writer.others(meeting, by)
    ]


def _language(request: HttpRequest, meeting: Meeting) -> str:
    wanted = request.POST.get("language") or request.GET.get("kieli", "")
    return wanted if wanted in meeting.council.languages else meeting.council.main_language


urlpatterns = [
    path("", asking(page, *RIGHTS), name="page"),
    path("kohta/<int:item>/", asking(keep, *RIGHTS), name="keep"),
    path("lasna/", asking(live_act.attend, *RIGHTS), name="attend"),
    path("alkaa/", asking(live_act.begin, *RIGHTS), name="begin"),
    path("paattyy/", asking(live_act.end, *RIGHTS), name="end"),
    path("kohta/<int:item>/tehtava/", asking(live_act.add_action, *RIGHTS), name="action"),
]
