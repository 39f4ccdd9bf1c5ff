"""One entry as an iCalendar component, for an invitation or a feed."""

from __future__ import annotations

from email.utils import parseaddr

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from icalendar import Calendar, Event, vCalAddress, vText

from coordination.calendar.models import Entry
from coordination.foundation import clock

from . import zone

PRODID = "-//Kuuluviin//FI"


def component(entry: Entry, language: str) -> Event:
    """The entry in a language; bytes stay the same until the entry changes."""
    with translation.override(language):
        title, words, address = str(entry.titles), str(entry.descriptions), _address(entry)
    event = Event.new(
        uid=entry.uid,
        stamp=entry.changed_at,
        start=clock.local(entry.starts_at),
        end=clock.local(entry.ends_at),
        sequence=entry.sequence,
        status="CANCELLED" if entry.cancelled_at else "CONFIRMED",
        summary=title,
        description="\n".join(part for part in (words, entry.online_url, address) if part) or None,
        location=entry.place or None,
        url=address or None,
    )
    event["CLASS"] = "PRIVATE"
    return event


def calendar(uid: str, stamp, events: list[Event], method: str | None = None, name: str | None = None) -> Calendar:
    """A calendar of components with its time zone. `method` only for invitations, never for a feed."""
    frame = Calendar.new(prodid=PRODID, method=method, name=name, uid=uid, last_modified=stamp)
    if events:
        frame.add_component(zone.helsinki())
    for event in events:
        frame.add_component(event)
    return frame


def organizer(name: str) -> vCalAddress:
    sender = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    sender.params["CN"] = vText(name or "Kuuluviin")
    return sender


def _address(entry: Entry) -> str:
    if not entry.url_name:
        return ""
    return settings.WAGTAILADMIN_BASE_URL + reverse(entry.url_name, args=[entry.object_key] if entry.object_key else [])
