"""Erasing somebody's places at events, and those of whom the house keeps nothing else: the numbers stay (L-05, AN-14)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F, QuerySet

from coordination.calendar.domain import entry as entries
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.messaging.domain import forgetting as letters
from coordination.messaging.domain import outbox
from coordination.messaging.models import SafeLink
from coordination.people.actor import Actor
from coordination.people.domain import forgetting as people
from coordination.people.models import Person
from coordination.records.domain import audit

from . import entry

Status = Registration.Status
TRACES = frozenset(
    {
        "calendar.Feed",
        "calendar.Guest",
        "events.Registration",
        "messaging.Message",
        "messaging.MessageName",
        "messaging.NoticePace",
        "messaging.SafeLink",
    }
)
"""What the house writes of whoever applies or comes: no reason to keep a person, and erased with them."""


def to_come() -> QuerySet[Registration]:
    """Places, and turns in a waiting list, at events that are not over."""
    states = (Status.REGISTERED, Status.WAITING, Status.ATTENDED)
    over = (Event.Status.HELD, Event.Status.CANCELLED)
    rows = Registration.objects.filter(status__in=states, event__ends_at__gte=clock.now())
    return rows.exclude(event__status__in=over)


@transaction.atomic
def forget(registrations: QuerySet[Registration], by: Actor) -> int:
    """Erase these with their messages, links and calendars; the event keeps how many were there. Returns how many."""
    rows = list(registrations.select_related("event", "person", "link"))
    for row in rows:
        _count(row)
        if standing := entry.found(row.event):
            entries.part(standing, row.person)
        written = letters.about([outbox.cause(row)]) | letters.about([outbox.cause(row.event)]).filter(
            person=row.person
        )
        letters.forget(written, by)
    if not rows:
        return 0
    keys = [row.pk for row in rows]
    audit.forget(Registration, keys)
    Registration.objects.filter(pk__in=keys).delete()
    SafeLink.objects.filter(pk__in=[row.link_id for row in rows if row.link_id]).delete()
    return len(rows)


@transaction.atomic
def forget_persons(persons: Iterable[Person], by: Actor) -> int:
    """Erase those on whom nothing else hangs, with all that was written to them; one into which somebody who stays was
    merged stays with them. The caller has locked them. Returns how many.
    """
    persons = list(persons)
    held = Person.objects.filter(people.held(TRACES), pk__in=[row.pk for row in persons])
    staying = set(held.values_list("pk", flat=True))
    staying |= {row.merged_into_id for row in persons if row.pk in staying}
    gone = [row for row in persons if row.pk not in staying]
    forget(Registration.objects.filter(person__in=gone), by)
    letters.forget(letters.about([], gone), by)
    SafeLink.objects.filter(person__in=gone).delete()
    return people.erase(gone)


def _count(row: Registration) -> None:
    number = {Status.ATTENDED: "forgotten_there", Status.ABSENT: "forgotten_absent"}.get(row.status)
    if number:
        Event.objects.filter(pk=row.event_id).update(**{number: F(number) + 1})
