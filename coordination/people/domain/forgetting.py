"""Erasing a person of whom the house keeps nothing else (L-05)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db import transaction
from django.db.models import Q, QuerySet

from coordination.people.models import Person

from . import audit, hanging

OWN = frozenset({"people.Person", "people.SignInInvitation"})
"""What points to a person on this floor without being a reason to keep them."""


def held(traces: Collection[str]) -> Q:
    """True of a person on whom something of the house hangs besides `traces` ("messaging.Message"): an account, a role, a seat."""
    return Q(user__isnull=False) | hanging.condition(Person, {*traces, *OWN})


def entries(person: Person) -> QuerySet[Person]:
    """The person's row, and those that were merged into it."""
    return Person.objects.filter(Q(pk=person.pk) | Q(merged_into=person))


@transaction.atomic
def erase(people: Iterable[Person]) -> int:
    """Take the rows away with their history; what still points to one of them stops it (`ProtectedError`)."""
    rows = list(people)
    audit.forget(Person, [person.pk for person in rows])
    # Those merged into another one first: they hold it.
    for merged in (True, False):
        keys = [person.pk for person in rows if bool(person.merged_into_id) == merged]
        if keys:
            Person.objects.filter(pk__in=keys).delete()
    return len(rows)
