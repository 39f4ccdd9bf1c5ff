"""Rows of the meetings' screens, found among those one leads: what is another's is not there."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from councils.models import AgendaItem, Council, Material, Meeting, MeetingTask

PEOPLE = ("chair", "secretary", "presenter", "distributor")


def meeting(request: HttpRequest, pk: int, *related: str) -> Meeting:
    """With its council and people, and whatever else is named. Raises `Http404` for one the user does not lead."""
    rows = Meeting.objects.led_by(request.user).select_related("council__unit", *PEOPLE, *related)
    return get_object_or_404(rows, pk=pk)


def item(request: HttpRequest, pk: int) -> AgendaItem:
    """Also one that waits in the backlog."""
    rows = AgendaItem.objects.filter(council__in=Council.objects.led_by(request.user))
    return get_object_or_404(rows.select_related("meeting__council", "council__unit"), pk=pk)


def material(request: HttpRequest, pk: int) -> Material:
    rows = Material.objects.filter(item__council__in=Council.objects.led_by(request.user))
    return get_object_or_404(rows.select_related("item__meeting", "item__council__unit", "file"), pk=pk)


def task(request: HttpRequest, pk: int) -> MeetingTask:
    rows = MeetingTask.objects.filter(meeting__in=Meeting.objects.led_by(request.user))
    return get_object_or_404(rows.select_related("meeting__council__unit"), pk=pk)
