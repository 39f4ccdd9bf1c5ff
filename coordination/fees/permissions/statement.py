"""Who asks for the year's statement by post."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.people.models import Person

from . import travel_claim


def may_post(by: Actor, person: Person) -> bool:
    """A coordinator of the person's branch, for the person who asked; nobody else, and not for oneself."""
    asked_by = by.on_behalf_of
    return asked_by is not None and asked_by.pk == person.pk and travel_claim.may_enter(by.user, person)
