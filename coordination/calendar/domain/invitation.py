"""A calendar invitation to one person: one attendee a message, so that nobody sees who else comes."""

from __future__ import annotations

from collections.abc import Sequence

from icalendar import vCalAddress, vText

from coordination.calendar.models import Entry
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.models import Person

from .component import calendar, component, organizer

REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"


def enclosure(entry: Entry, person: Person, method: str = REQUEST, *, title: str = "") -> Enclosure:
    """The invitation (or its cancellation) as it goes along with a mail to `person`.

    `title` stands in the place of the entry's neutral one, for a reader who chose to see what it is about.
    """
    event = component(entry, person.language)
    if title:
        event["SUMMARY"] = vText(title)
    event.add("organizer", organizer(entry.contact_name))
    event.add("attendee", _attendee(person))
    body = calendar(entry.uid, entry.changed_at, [event], method=method).to_ical()
    return Enclosure(name="invite.ics", content_type=f"text/calendar; method={method}", body=body)


def enclosure_of_many(entries: Sequence[Entry], person: Person, method: str = REQUEST) -> Enclosure:
    """A long row of entries in one file. An invitation may hold one event alone, so what comes is published instead."""
    way = CANCEL if method == CANCEL else PUBLISH
    events = [component(entry, person.language) for entry in entries]
    newest = max(entries, key=lambda entry: entry.changed_at)
    for entry, event in zip(entries, events, strict=True):
        event.add("organizer", organizer(entry.contact_name))
    body = calendar(newest.uid, newest.changed_at, events, method=way).to_ical()
    return Enclosure(name="calendar.ics", content_type=f"text/calendar; method={way}", body=body)


def _attendee(person: Person) -> vCalAddress:
    guest = vCalAddress(f"mailto:{person.email or 'none@kuuluviin.invalid'}")
    guest.params["CN"] = vText(person.full_name)
    guest.params["RSVP"] = vText("TRUE")
    return guest
