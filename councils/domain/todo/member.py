"""What waits for a member: fares to confirm; for the leaders, fares of a meeting that was held."""

from __future__ import annotations

from collections.abc import Iterator

from coordination.foundation.todo import Todo
from coordination.people.models import Person, User


def for_person(person: Person) -> Iterator[Todo]:
    """A fare to confirm after each meeting one was in (CC-21)."""
    yield from ()


def for_leader(user: User) -> Iterator[Todo]:
    """Meetings whose fares wait for the leaders."""
    yield from ()
