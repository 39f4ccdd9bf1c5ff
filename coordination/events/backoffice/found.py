"""An event by key, of those the user arranges."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from coordination.events.models import Event, EventSeries


def event(request: HttpRequest, pk: int) -> Event:
    """Raises `Http404` for one the user does not arrange."""
    rows = Event.objects.led_by(request.user).select_related("unit", "coordinator", "series")
    return get_object_or_404(rows, pk=pk)


def series(request: HttpRequest, pk: int) -> EventSeries:
    return get_object_or_404(EventSeries.objects.led_by(request.user).select_related("unit"), pk=pk)
