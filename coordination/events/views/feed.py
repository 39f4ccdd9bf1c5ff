"""What public events tell to calendar programs: when and where. Never who comes."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe
from icalendar import Event as Component

from coordination.calendar.domain import component
from coordination.events.models import Event
from coordination.foundation import clock

KEPT = timedelta(days=365)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The public events; a cancelled one says so."""
    rows = list(Event.objects.public().filter(ends_at__gte=clock.now() - KEPT))
    return _answer("public-events@kuuluviin", rows, pgettext("page title", "Events"))


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Event.objects.public(), pk=pk)
    return _answer(f"public-event-{row.pk}@kuuluviin", [row], str(row.names))


def _answer(uid: str, rows: list[Event], name: str) -> HttpResponse:
    stamp = max((row.made_at for row in rows), default=clock.now())
    body = component.calendar(uid, stamp, [_component(row) for row in rows], name=name).to_ical()
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


def _component(row: Event) -> Component:
    event = Component.new(
        uid=f"public-event-{row.pk}@kuuluviin",
        stamp=row.made_at,
        start=clock.local(row.starts_at),
        end=clock.local(row.ends_at),
        sequence=row.version,
        status="CANCELLED" if row.status == Event.Status.CANCELLED else "CONFIRMED",
        summary=str(row.names),
        description=str(row.leads) or None,
        location=row.place or None,
        url=settings.WAGTAILADMIN_BASE_URL + reverse("event_street:event", args=[row.pk]),
    )
    event["CLASS"] = "PUBLIC"
    return event
