"""The digest: the notices that wait are joined into one message, by each reader's day or week."""

from __future__ import annotations

from collections import defaultdict

from django.db import transaction
from django.utils import translation

from coordination.foundation import clock
from coordination.messaging.models import Message, NoticePace
from coordination.people.models import Person

from . import notice, outbox, wording
from .channel import first_state

Status = Message.Status
Pace = NoticePace.Pace
MONDAY = 0
RULE = "·"


def gather(*, weekly: bool | None = None) -> int:
    """Join what waits for each reader whose time it is. Returns how many digests were written.

    The daily ones every day, the weekly ones on Mondays (Helsinki) unless `weekly` says. What is outdated was superseded
    where it happened, or has expired, and is left out. A reader who has meanwhile chosen otherwise gets them at once, or
    never.
    """
    is_week = clock.today().weekday() == MONDAY if weekly is None else weekly
    readers = Message.objects.filter(status=Status.GATHERED).values_list("person", flat=True).distinct()
    return sum(_gather_for(key, is_week) for key in sorted(readers))


@transaction.atomic
def _gather_for(key: int, is_week: bool) -> int:
    person = Person.objects.select_related("unit").get(pk=key)
    waiting = Message.objects.select_for_update().filter(person=person, status=Status.GATHERED)
    waiting.filter(valid_until__lte=clock.now()).update(status=Status.EXPIRED, done_at=clock.now())
    by_pace: dict[str, list[Message]] = defaultdict(list)
    paces = notice.paces(person)
    for row in waiting.order_by("queued_at", "pk"):
        pace = paces.get(notice.group_of(row.kind), Pace.AT_ONCE)
        by_pace[notice.pace_at(row.desk, pace)].append(row)
    _let_go(by_pace[Pace.AT_ONCE], first_state(person.channel))
    _let_go(by_pace[Pace.NEVER], Status.UNWANTED)
    due = by_pace[Pace.DAILY] + (by_pace[Pace.WEEKLY] if is_week else [])
    if not due:
        return 0
    return _join(person, sorted(due, key=lambda row: (row.queued_at, row.pk)))


def _let_go(rows: list[Message], status: str) -> None:
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(status=status)


def _join(person: Person, rows: list[Message]) -> int:
    with translation.override(person.language):
        facts = {"digest": "\n\n".join(map(_item, rows)), "count": len(rows)}
        foot = notice.footer(person)
    names = [name.person for row in rows for name in row.names.select_related("person")]
    digest = outbox.queue(
        notice.DIGEST, to=person, context=facts, about=person, version=rows[-1].pk, names=names, footer=foot
    )
    Message.objects.filter(pk__in=[row.pk for row in rows]).update(
        status=Status.JOINED, joined_into=digest, done_at=clock.now()
    )
    return 1


def _item(row: Message) -> str:
    """One notice in the digest: its subject, and its words without the greeting."""
    lines = row.body.strip().splitlines()
    if lines and row.person.first_name in lines[0] and wording.is_greeting(lines[0], row.person.first_name):
        lines = lines[1:]
    text = "\n".join(lines).strip()
    return f"{RULE} {row.subject}\n{text}"
