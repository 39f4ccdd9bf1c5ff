"""An event by key, of those the user arranges; and whom of those found one ticked."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from coordination.events.models import Event, EventSeries
from coordination.people.models import Person


def event(request: HttpRequest, pk: int) -> Event:
    """Raises `Http404` for one the user does not arrange."""
    rows = Event.objects.led_by(request.user).select_related("unit", "coordinator", "series")
    return get_object_or_404(rows, pk=pk)


def series(request: HttpRequest, pk: int) -> EventSeries:
    return get_object_or_404(EventSeries.objects.led_by(request.user).select_related("unit"), pk=pk)


def ticked(request: HttpRequest, people: Sequence[Person]) -> list[Person]:
    """Whom to invite: nobody where another button than the inviting one was pressed, to look again or to tick all."""
    if "invite" not in request.POST:
        return []
    chosen = [person for person in people if str(person.pk) in request.POST.getlist("who")]
    if not chosen:
        messages.error(request, _("Tick those who are invited."))
    return chosen
