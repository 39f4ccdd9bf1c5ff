"""A council's desk: its letters and calls, which its own leaders post and make (CO-02, CC-15)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.views.decorators.cache import never_cache

from coordination.foundation.board import asking
from coordination.messaging.backoffice.desk import Desk, Doors
from councils.models import Meeting
from councils.permissions import desk

from . import council_found

RIGHTS = ("councils.view_meeting", "councils.change_meeting")
TABS = "councils/backoffice/_council_tabs.html"


def _desk(request: HttpRequest, key: int) -> Desk:
    council = council_found.led(request, key)
    return Desk(desk.of(council), council.pk, council.unit, TABS, {"council": council})


@never_cache
def about(request: HttpRequest, noun: str, key: int) -> HttpResponse:
    """From a message to the page of its cause: the answers to a meeting, else the council's letters."""
    found = Meeting.objects.led_by(request.user)
    if noun == "invitation":
        return redirect("meeting_answers:page", get_object_or_404(found, invitations=key).pk)
    if noun == "meeting":
        return redirect("meeting_answers:page", get_object_or_404(found, pk=key).pk)
    raise Http404


doors = Doors("council", _desk, RIGHTS, "council_letters")
letter_patterns, call_patterns = doors.letters(), doors.calls()
about_patterns = [path("<slug:noun>/<int:key>/", asking(about, *RIGHTS), name="about")]
