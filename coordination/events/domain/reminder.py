"""Reminders of an event: to those who come, and to the invited who have not answered; each in their own channel (KP-03).

Nothing is written beforehand: the worker looks every few minutes whose moment has come, as things stand then.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from coordination.events.mails import event as mails
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.messaging.domain import outbox, reminder
from coordination.messaging.models import Message
from coordination.records.domain import sweep, workflow

from . import entry

Status = Registration.Status
KINDS = {Status.REGISTERED: mails.REMINDER, Status.INVITED: mails.UNANSWERED}
RULES = {mails.REMINDER: "event.reminder_hours", mails.UNANSWERED: "event.unanswered_hours"}
LONGEST = timedelta(days=100)
# After a worker's pause a reminder this late still helps; one that is later does not.
LATE = timedelta(hours=12)


def send_due(now: datetime | None = None) -> int:
    """Queue the reminders whose moment has come (an aware time, default now), once each. Returns how many."""
    now = now or clock.now()
    told = Event.objects.filter(status__in=[Event.Status.OPEN, Event.Status.CLOSED])
    soon = told.filter(starts_at__gt=now, starts_at__lte=now + LONGEST)
    return sweep.each(soon.order_by("pk").values_list("pk", flat=True), lambda key: _of(key, now))


@transaction.atomic
def _of(key: int, now: datetime) -> int:
    event = workflow.locked(Event(pk=key), "unit", "coordinator")
    rows = event.registrations.filter(status__in=KINDS).select_related("person__unit", "link").order_by("pk")
    told = _told(event)
    desks = mails.desks(event, rows)
    moments: dict[tuple[str, str], list[datetime]] = {}
    count = 0
    for row in rows:
        row.event = event
        kind = KINDS[row.status]
        way = (kind, row.person.channel)
        if way not in moments:
            moments[way] = reminder.planned(event.starts_at, event.unit, way[1], RULES[kind])
        part = _due(moments[way], row.answered_at or row.made_at, now)
        if part is not None and (outbox.cause(row), kind, part) not in told:
            mails.remind(kind, row, entry.neutral(event).in_language(row.person.language), desks, part)
            count += 1
    return count


def _due(moments: list[datetime], since: datetime, now: datetime) -> int | None:
    """Which of the moments has come last, if it is fresh enough and the person has heard nothing after it."""
    passed = [part for part, moment in enumerate(moments) if max(since, now - LATE) < moment <= now]
    return passed[-1] if passed else None


def _told(event: Event) -> set[tuple[str, str, int]]:
    causes = [outbox.cause(row) for row in event.registrations.filter(status__in=KINDS)]
    sent = Message.objects.filter(about__in=causes, kind__in=RULES, version=event.version)
    return set(sent.values_list("about", "kind", "part"))
