"""The event in people's calendars: one entry with a neutral title, an invitation of one's own in the mail (AN-09)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import pgettext_lazy

from coordination.calendar.domain import entry as entries
from coordination.calendar.domain import invitation as calendar_invitation
from coordination.calendar.models import Entry
from coordination.events.models import Event, Registration
from coordination.foundation.texts import Texts
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.models import Person

REQUEST, CANCEL = calendar_invitation.REQUEST, calendar_invitation.CANCEL
Status = Registration.Status
IN_CALENDARS = (Status.INVITED, Status.REGISTERED, Status.ATTENDED)


def uid_of(event: Event) -> str:
    """Stays the same for the event's whole life: calendar programs know it by this."""
    return f"event-{event.pk}@kuuluviin"


def neutral(event: Event) -> Texts:
    """What may be seen over a shoulder: the event's own neutral word in every language, else “Event”."""
    return event.neutral_title or Texts.translated(pgettext_lazy("neutral", "Event"))


def put(event: Event) -> Entry:
    """Write the entry as the event stands, in the calendars of those expected. SEQUENCE rises when time or place changes."""
    rows = event.registrations.filter(status__in=IN_CALENDARS).select_related("person")
    return entries.put(uid_of(event), guests=[row.person for row in rows], **_facts(event))


def join(event: Event, people: Sequence[Person]) -> Entry:
    """Into the calendars of some more; the entry is written where there is none yet."""
    entry = found(event) or entries.put(uid_of(event), guests=[], **_facts(event))
    for person in people:
        entries.join(entry, person)
    return entry


def part(event: Event, person: Person) -> None:
    """Out of one person's calendar."""
    if entry := found(event):
        entries.part(entry, person)


def cancel(event: Event) -> None:
    """Off in every calendar; an event that nobody was invited to has no entry."""
    if found(event):
        entries.cancel(uid_of(event))


def found(event: Event) -> Entry | None:
    return Entry.objects.filter(uid=uid_of(event)).first()


def enclosure_for(event: Event, person: Person, method: str = REQUEST) -> Enclosure | None:
    """The calendar invitation as it goes along with a mail; None where nothing goes by e-mail."""
    entry = found(event) if person.channel == Person.Channel.EMAIL else None
    return calendar_invitation.enclosure(entry, person, method) if entry else None


def enclosure_of_many(events: Sequence[Event], person: Person) -> Enclosure | None:
    """A whole series in one file."""
    if person.channel != Person.Channel.EMAIL:
        return None
    rows = list(Entry.objects.filter(uid__in=[uid_of(event) for event in events]).order_by("starts_at"))
    return calendar_invitation.enclosure_of_many(rows, person) if rows else None


def file_for(event: Event, person: Person) -> Enclosure | None:
    """The entry as a file to put into one's calendar by hand; None where there is none, or once it is off."""
    entry = found(event)
    if entry is None or entry.cancelled_at:
        return None
    return calendar_invitation.enclosure_of_many([entry], person)


def _facts(event: Event) -> dict:
    return {
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "titles": neutral(event),
        "place": event.place,
        "online_url": event.online_url,
        "descriptions": _way_there(event),
        "url_name": "events:event",
        "object_key": str(event.pk),
        "contact_name": event.coordinator.full_name,
    }


def _way_there(event: Event) -> Texts:
    """Directions and accessibility in each language that has them."""
    words = Texts()
    for code in {*event.directions, *event.venue_access}:
        parts = (event.directions.get(code), event.venue_access.get(code))
        words[code] = "\n".join(part for part in parts if part)
    return words
