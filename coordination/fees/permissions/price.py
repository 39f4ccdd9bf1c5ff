from __future__ import annotations

from coordination.people.models import Role, Unit, User


def may_write(user: User | None, unit: Unit) -> bool:
    """Whether the user looks after the price list of the unit's branch."""
    if user is None:
        return False
    branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
    return any(unit.path.startswith(branch.path) for branch in branches)
