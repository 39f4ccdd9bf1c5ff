"""Erasing somebody's places at events: the numbers stay with the event, the person does not (L-05, AN-14)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, QuerySet

from coordination.calendar.domain import entry as entries
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.messaging.domain import forgetting as letters
from coordination.messaging.domain import outbox
from coordination.messaging.models import SafeLink
from coordination.people.actor import Actor
from coordination.records.domain import audit

from . import entry

Status = Registration.Status


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


def _count(row: Registration) -> None:
    number = {Status.ATTENDED: "forgotten_there", Status.ABSENT: "forgotten_absent"}.get(row.status)
    if number:
        Event.objects.filter(pk=row.event_id).update(**{number: F(number) + 1})
