"""Who prints letters: addresses are the coordinators' alone (L-10)."""

from __future__ import annotations

from coordination.people.models import Role, Unit, User
from coordination.people.permissions import branch


def may_print(user: User | None, unit: Unit) -> bool:
    """A coordinator of the branch. Main users neither print nor see addresses that are protected."""
    return branch.holds(user, unit, Role.Kind.COORDINATOR)
