"""What waits for whom in the councils' wing; the roof adds the wings up (`portal.domain.todo`).

Each part of the wing tells its own: a line in `OF_PERSON` or `OF_LEADER`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from coordination.foundation.todo import Todo
from coordination.people.models import Person, Role, User

from . import agenda, answers, council, member, minutes, seats, statement, topics

OF_PERSON: tuple[Callable[[Person], Iterable[Todo]], ...] = (member.for_person, minutes.for_person)
OF_LEADER: tuple[Callable[[User], Iterable[Todo]], ...] = (
    council.for_leader,
    member.for_leader,
    minutes.for_leader,
    agenda.for_leader,
    answers.for_leader,
    topics.for_leader,
    statement.for_leader,
    seats.for_leader,
)


def for_person(person: Person) -> list[Todo]:
    """One's own matters as a member, a guest or one who answers for something."""
    return [todo for part in OF_PERSON for todo in part(person)]


def for_leader(user: User) -> list[Todo]:
    """The matters of the councils one leads or coordinates; none for the others, without asking the database."""
    if not user.has_role(Role.Kind.LEADER, Role.Kind.COORDINATOR):
        return []
    return [todo for part in OF_LEADER for todo in part(user)]
