"""What a public council tells to machines: when it meets, and which minutes it has published. Never who its members are."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _
from icalendar import Event

from coordination.calendar.domain import component
from coordination.foundation import clock, formats
from councils.domain import neutral
from councils.models import Council, Meeting, Minutes

KEPT = timedelta(days=365)
FEEDS = {"atom": Atom1Feed, "rss": Rss201rev2Feed}
IN_FEED = 30


def calendar(request: HttpRequest, council: int) -> HttpResponse:
    """The meetings that have been opened, in the council's first language; a cancelled one says so."""
    row = get_object_or_404(Council.objects.public(), pk=council)
    meetings = Meeting.objects.public().filter(council=row, ends_at__gte=clock.now() - KEPT)
    with translation.override(row.main_language):
        events = [_event(meeting, row) for meeting in meetings]
    stamp = max((event.DTSTAMP for event in events), default=row.made_at)
    body = component.calendar(f"council-{row.pk}@kuuluviin", stamp, events, name=_name(row)).to_ical()
    return HttpResponse(body, content_type="text/calendar; charset=utf-8")


def minutes(request: HttpRequest, council: int, form: str) -> HttpResponse:
    """The published minutes as an Atom or RSS feed, newest first, each leading to its page."""
    row = get_object_or_404(Council.objects.public(), pk=council)
    language = row.main_language
    found = Minutes.objects.public().filter(meeting__council=row).select_related("meeting")[:IN_FEED]
    with translation.override(language):
        feed = FEEDS[form](
            title=_("%(council)s: minutes") % {"council": row.names},
            link=request.build_absolute_uri(reverse("cms:council", args=[row.pk])),
            description=str(row.purpose) or str(row.names),
            language=language,
            feed_url=request.build_absolute_uri(),
        )
        for each in found:
            address = reverse("council_street:minutes", args=[row.pk, each.pk])
            feed.add_item(
                title=_("Minutes of %(day)s") % {"day": formats.day(each.meeting.starts_at)},
                link=request.build_absolute_uri(address),
                description="",
                unique_id=f"tag:kuuluviin,2026:minutes/{each.pk}",
                unique_id_is_permalink=False,
                pubdate=each.published_at,
                updateddate=each.published_at,
            )
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return response


def _event(meeting: Meeting, council: Council) -> Event:
    event = Event.new(
        uid=f"public-meeting-{meeting.pk}@kuuluviin",
        stamp=meeting.opened_at,
        start=clock.local(meeting.starts_at),
        end=clock.local(meeting.ends_at),
        sequence=meeting.version,
        status="CANCELLED" if meeting.status == Meeting.Status.CANCELLED else "CONFIRMED",
        summary=_name(council),
        location=meeting.place or None,
        url=settings.WAGTAILADMIN_BASE_URL + reverse("cms:council", args=[council.pk]),
    )
    event["CLASS"] = "PUBLIC"
    return event


def _name(council: Council) -> str:
    """Neutral: the calendar it is followed in may be seen by others."""
    return neutral.neutral(council).in_language(council.main_language)
