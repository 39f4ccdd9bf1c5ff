"""Entries: the wings put them, every feed, invitation and reminder reads them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import models, transaction

from coordination.calendar.models import Entry, Feed, Guest
from coordination.foundation import clock
from coordination.foundation.texts import Texts
from coordination.people.models import Person

# What a calendar program must be told of again: only these raise SEQUENCE.
TOLD = ("starts_at", "ends_at", "place", "online_url", "descriptions")


@transaction.atomic
def put(
    uid: str,
    *,
    starts_at: datetime,
    ends_at: datetime,
    titles: Texts,
    guests: Iterable[Person],
    place: str = "",
    online_url: str = "",
    descriptions: Texts | None = None,
    url_name: str = "",
    object_key: str = "",
    contact_name: str = "",
) -> Entry:
    """Write or rewrite the entry of a stable `uid` (aware datetimes). SEQUENCE rises when time or place changes.

    Titles and descriptions are neutral: no client detail, no name that tells of being a client.
    """
    facts = {
        "starts_at": starts_at,
        "ends_at": ends_at,
        "titles": titles,
        "place": place,
        "online_url": online_url,
        "descriptions": descriptions or Texts(),
        "url_name": url_name,
        "object_key": object_key,
        "contact_name": contact_name,
        "cancelled_at": None,
    }
    entry = Entry.objects.select_for_update().filter(uid=uid).first()
    if entry is None:
        entry = Entry.objects.create(uid=uid, changed_at=clock.now(), **facts)
    else:
        _rewrite(entry, facts)
    _invite(entry, guests)
    return entry


@transaction.atomic
def cancel(uid: str) -> Entry:
    """The entry is off; calendar programs are told by CANCEL. Raises `Entry.DoesNotExist`."""
    entry = Entry.objects.select_for_update().get(uid=uid)
    if entry.cancelled_at is None:
        entry.cancelled_at = entry.changed_at = clock.now()
        entry.sequence += 1
        entry.save(update_fields=["cancelled_at", "changed_at", "sequence"])
        _moved(entry)
    return entry


def join(entry: Entry, person: Person) -> None:
    """One more guest; the others' feeds need not hear of it."""
    if Guest.objects.get_or_create(entry=entry, person=person)[1]:
        _moved(entry, person)


def part(entry: Entry, person: Person) -> None:
    """Out of one guest's calendar; the entry stands in the others'."""
    _moved(entry, person)
    entry.guests.filter(person=person).delete()


def forget(uids: Iterable[str]) -> None:
    """Entries that are erased for good, and out of every feed."""
    for entry in Entry.objects.filter(uid__in=list(uids)):
        _moved(entry)
        entry.delete()


def _rewrite(entry: Entry, facts: dict) -> None:
    told = entry.cancelled_at is not None or any(getattr(entry, name) != facts[name] for name in TOLD)
    for name, value in facts.items():
        setattr(entry, name, value)
    entry.sequence += told
    entry.changed_at = clock.now()
    entry.save()


def _invite(entry: Entry, guests: Iterable[Person]) -> None:
    wanted = {person.pk for person in guests}
    _moved(entry)
    entry.guests.exclude(person_id__in=wanted).delete()
    Guest.objects.bulk_create([Guest(entry=entry, person_id=key) for key in wanted], ignore_conflicts=True)
    _moved(entry)


def _moved(entry: Entry, person: Person | None = None) -> None:
    """The feeds of its guests, or of one of them, have something new: their version, and so their ETag, moves."""
    people = Guest.objects.filter(entry=entry).values("person") if person is None else [person.pk]
    Feed.objects.filter(person__in=people, revoked_at=None).update(version=models.F("version") + 1)
