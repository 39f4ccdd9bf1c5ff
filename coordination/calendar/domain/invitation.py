"""A calendar invitation to one person: one attendee a message, so that nobody sees who else comes."""

from __future__ import annotations

from icalendar import vCalAddress, vText

from coordination.calendar.models import Entry
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.models import Person

from .component import calendar, component, organizer

REQUEST, CANCEL = "REQUEST", "CANCEL"


def enclosure(entry: Entry, person: Person, method: str = REQUEST) -> Enclosure:
    """The invitation (or its cancellation) as it goes along with a mail to `person`."""
    event = component(entry, person.language)
    event.add("organizer", organizer(entry.contact_name))
    event.add("attendee", _attendee(person))
    body = calendar(entry.uid, entry.changed_at, [event], method=method).to_ical()
    return Enclosure(name="invite.ics", content_type=f"text/calendar; method={method}", body=body)


def _attendee(person: Person) -> vCalAddress:
    guest = vCalAddress(f"mailto:{person.email or 'none@kuuluviin.invalid'}")
    guest.params["CN"] = vText(person.full_name)
    guest.params["RSVP"] = vText("TRUE")
    return guest
