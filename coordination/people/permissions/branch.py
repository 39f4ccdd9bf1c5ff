"""Who may act in a branch of the unit tree."""

from __future__ import annotations

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit, User

MAIN = Role.Kind.ADMIN
KEEPERS = (Role.Kind.COORDINATOR, Role.Kind.ADMIN)
BROUGHT_IN = (Role.Kind.STAFF, Role.Kind.LEADER)


def holds(user: User | None, unit: Unit, *kinds: str) -> bool:
    """Whether the user holds one of the roles in a branch with this unit in it."""
    if user is None or not user.is_authenticated:
        return False
    return any(unit.path.startswith(head.path) for head in user.branches(*kinds))


def may_keep(user: User | None, person: Person) -> bool:
    """Whether the user looks after this person's data."""
    return holds(user, person.unit, *KEEPERS)


def may_write_down_for(user: User | None, person: Person) -> bool:
    """Whether the user may write down for this person, who called, what is the person's own to ask: its coordinator,
    never for oneself.
    """
    return not is_self(user, person) and holds(user, person.unit, Role.Kind.COORDINATOR)


def may_see_address(user: User | None, person: Person) -> bool:
    """A protected address is for the branch's coordinators and the person (L-10)."""
    if not person.protected_address:
        return may_keep(user, person) or is_self(user, person)
    return holds(user, person.unit, Role.Kind.COORDINATOR) or is_self(user, person)


def may_open_account(user: User | None, person: Person) -> bool:
    """Whoever hands out a key could use it: the key of one with more rights is the main user's to give, of every
    branch where those rights hold; a superuser's is a superuser's.
    """
    if person.user is not None and person.user.is_superuser:
        return user is not None and user.is_superuser
    roles = person.roles.exclude(ends_on__lt=clock.today()).select_related("unit")
    return may_keep(user, person) and all(holds(user, role.unit, *_givers(role)) for role in roles)


def _givers(role: Role) -> tuple[str, ...]:
    return KEEPERS if role.kind in BROUGHT_IN else (MAIN,)


def may_grant(user: User | None, kind: str, unit: Unit) -> bool:
    """A coordinator brings in those who order and those who lead councils; every other role is the main user's to grant (L-16)."""
    if kind in BROUGHT_IN:
        return holds(user, unit, *KEEPERS)
    return holds(user, unit, MAIN)


def is_self(user: User | None, person: Person) -> bool:
    """Whether the person is the user."""
    return user is not None and person.user_id is not None and person.user_id == user.pk
