from __future__ import annotations

from coordination.people.models import Role, Unit, User
from coordination.people.permissions.branch import holds


def may_write(user: User | None, unit: Unit) -> bool:
    """Whether the user looks after the travel rates of the unit's branch."""
    return holds(user, unit, Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
