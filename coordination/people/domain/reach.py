"""Finding a person by the whole e-mail address or phone number: a part of one finds nobody."""

from __future__ import annotations

from coordination.foundation.phone import e164
from coordination.people.models import Person
from coordination.people.models.person import PersonQuerySet


def is_whole(reach: str) -> bool:
    """Whether it is a whole address or number, so that it can be looked for."""
    return "@" in reach or e164(reach) is not None


def exactly(rows: PersonQuerySet, reach: str, most: int) -> list[Person]:
    """At most so many of the rows that have exactly this e-mail or phone, however the number is written; else nobody."""
    reach = reach.strip().lower()
    if "@" in reach:
        return list(rows.filter(email=reach)[:most])
    number = e164(reach)
    if number is None:
        return []
    # Numbers are kept as they were written: the last digits narrow, the whole number decides.
    near = rows.filter(phone__endswith=reach[-2:])
    return [person for person in near if e164(person.phone) == number][:most]
