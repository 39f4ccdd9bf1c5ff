"""Who asks for the year's statement by post."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.people.permissions.branch import may_write_down_for


def may_post(by: Actor, person: Person) -> bool:
    """A coordinator of the person's branch, for the person who asked; nobody else, and not for oneself."""
    asked_by = by.on_behalf_of
    return asked_by is not None and asked_by.pk == person.pk and may_write_down_for(by.user, person)
