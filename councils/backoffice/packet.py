"""Open and send: what goes to whom and how, what is missing, one button; afterwards how each copy came along (CC-15)."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.messaging.backoffice.outbox import ACTS
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.records.views.job import gave_up
from councils.domain import packet
from councils.forms.packet import PacketForm
from councils.models import Invitation, Material, Meeting, Packet
from councils.permissions import desk

from . import meeting_found, packet_row, post

RIGHTS = ("councils.view_meeting", "councils.change_meeting")


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, meeting: int) -> HttpResponse:
    """GET shows who will be told and what is missing, or how each was told; POST sends."""
    row = meeting_found.meeting(request, meeting)
    form = PacketForm(
        request.POST if request.method == "POST" else None, meeting=row, is_late=packet.lateness(row).is_late
    )
    if request.method == "POST" and form.is_valid():
        try:
            form.save(Actor.of(request.user))
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            return redirect("meeting_packet:page", row.pk)
    sent = list(row.packets.select_related("made_by__person", "job").order_by("-version"))
    _log(request, row)
    if sent:
        return render(request, "councils/packet/sent.html", _sent(row, sent))
    return render(request, "councils/packet/ready.html", {**_ready(row), "form": form})


def _ready(meeting: Meeting) -> dict[str, object]:
    readers = packet.audience(meeting)
    return {
        "meeting": meeting,
        "readers": readers,
        "obstacles": sum(bool(reader.obstacle) for reader in readers),
        "guests": _guests(meeting),
        "missing": [(each, reverse(each.where, args=[meeting.pk])) for each in packet.check(meeting)],
        "lateness": packet.lateness(meeting),
        "minutes": packet.previous_minutes(meeting),
        "by_hand": _printed(meeting),
        "is_over": meeting.status not in (Meeting.Status.PLANNED, Meeting.Status.OPEN),
    }


def _sent(meeting: Meeting, sent: list[Packet]) -> dict[str, object]:
    found = packet_row.rows(meeting)
    last = sent[0]
    counts = packet.progress(last)
    return {
        "meeting": meeting,
        "packets": sent,
        "last": last,
        "rows": found,
        "care": [row for row in found if row.needs_care],
        "concerned": sum(row.is_concerned for row in found),
        "guests": _guests(meeting),
        "by_hand": _printed(meeting),
        "is_making": last.status == Packet.Status.MAKING,
        "is_stumbled": _is_stumbled(last),
        "progress": counts,
        "progress_text": _progress_words(*counts),
        "may_resend": meeting.status == Meeting.Status.OPEN and last.status == Packet.Status.SENT,
        "channels": {row.message.channel for row in found if row.message},
    }


def _guests(meeting: Meeting) -> list[Invitation]:
    rows = meeting.invitations.standing().filter(role=Invitation.Role.GUEST)
    return list(rows.select_related("person"))


def _printed(meeting: Meeting) -> list[Material]:
    rows = Material.objects.filter(item__meeting=meeting, is_printed=True)
    return list(rows.exclude(publicity=Material.Publicity.CONFIDENTIAL))


def _is_stumbled(last: Packet) -> bool:
    """The worker could not go on; the clock does (`packet.go_on`)."""
    return last.status == Packet.Status.MAKING and gave_up(last.job)


def _progress_words(done: int, total: int) -> str:
    return _("%(done)s of %(total)s ready to leave.") % {"done": done, "total": total}


@require_POST
def again(request: HttpRequest, meeting: int) -> HttpResponse:
    """The packet once more to those ticked, or to all."""
    row = meeting_found.meeting(request, meeting)
    keys = [int(key) for key in request.POST.getlist("invitation") if key.isdecimal() and len(key) < 19]
    if "all" in request.POST:
        keys = [each.pk for each in packet.invited(row)]
    after = request.POST.get("after", "")
    try:
        made = packet.resend(
            row, Actor.of(request.user), keys, after=int(after) if after.isdecimal() and len(after) < 9 else 0
        )
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        count = made.copies.count()
        told = ngettext("Sent again to %(count)s person.", "Sent again to %(count)s people.", count)
        messages.success(request, told % {"count": count})
    return redirect("meeting_packet:page", row.pk)


@require_POST
def act(request: HttpRequest, meeting: int, message: int, act: str) -> HttpResponse:
    """What is done with a message that did not arrive: once more, by phone, as a letter, or it has been told."""
    row = meeting_found.meeting(request, meeting)
    found = get_object_or_404(Message.objects.at_desk(desk.of(row.council)), pk=message)
    if act not in ACTS:
        raise PermissionDenied
    try:
        ACTS[act][0](found, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("Done. The message is now: %(state)s.") % {"state": found.get_status_display()})
    return redirect("meeting_packet:page", row.pk)


@never_cache
def state(request: HttpRequest, meeting: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    row = meeting_found.meeting(request, meeting)
    last = row.packets.select_related("job").order_by("-version").first()
    done, total = packet.progress(last) if last else (0, 0)
    is_finished = last is None or last.status == Packet.Status.SENT or _is_stumbled(last)
    url = reverse("meeting_packet:page", args=[row.pk])
    return JsonResponse(
        {"done": done, "total": total, "text": _progress_words(done, total), "finished": is_finished, "url": url}
    )


@never_cache
def letter(request: HttpRequest, meeting: int, message: int) -> FileResponse:
    """One letter with everything of its envelope, as it will be printed."""
    return post.doors.letter(request, meeting_found.meeting(request, meeting).council_id, message)


def _log(request: HttpRequest, meeting: Meeting) -> None:
    subjects = [f"people.person:{reader.person.pk}" for reader in packet.audience(meeting)]
    access.record(request.user, AccessEntry.Action.VIEW, f"councils.meeting:{meeting.pk}", subjects)


urlpatterns = [
    path("", asking(page, *RIGHTS), name="page"),
    path("tilanne/", asking(state, *RIGHTS), name="state"),
    path("uudelleen/", asking(again, *RIGHTS), name="again"),
    path("kirje/<int:message>/", asking(letter, *RIGHTS), name="letter"),
    path("viesti/<int:message>/<slug:act>/", asking(act, *RIGHTS), name="act"),
]
