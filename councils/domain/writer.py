"""Who writes where just now, known for a moment: nothing of it is stored."""

from __future__ import annotations

from django.core.cache import cache

from coordination.foundation import clock
from coordination.people.actor import Actor
from councils.models import AgendaItem, Meeting

SECONDS = 20


def note(item: AgendaItem, by: Actor) -> None:
    """The actor is typing in the item's box."""
    if by.person is None:
        return
    key, seen = _key(item.meeting_id), clock.now().timestamp()
    found = {who: mark for who, mark in cache.get(key, {}).items() if mark[2] > seen - SECONDS}
    cache.set(key, {**found, by.person.pk: (by.person.first_name, item.pk, seen)}, SECONDS)


def others(meeting: Meeting, by: Actor) -> list[tuple[str, int]]:
    """First names of the others who type, each with the item's key; two who write at once may miss each other for a moment."""
    seen = clock.now().timestamp()
    found = cache.get(_key(meeting.pk), {})
    mine = by.person.pk if by.person else None
    return sorted((name, item) for who, (name, item, at) in found.items() if who != mine and at > seen - SECONDS)


def _key(meeting_id: int | None) -> str:
    return f"councils.writing:{meeting_id}"
