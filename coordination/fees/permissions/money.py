"""Who handles a unit's money."""

from __future__ import annotations

from coordination.people.models import Role, Unit, User
from coordination.people.permissions import branch


def may_handle(user: User | None, unit: Unit) -> bool:
    """Batches, results, corrections: those who handle the money of the unit's branch."""
    return branch.holds(user, unit, Role.Kind.FINANCE, Role.Kind.ADMIN)


def may_appoint(user: User | None, unit: Unit) -> bool:
    """Who approves is for the main user and those who handle the money to say."""
    return branch.holds(user, unit, Role.Kind.FINANCE, Role.Kind.ADMIN)


def may_put_right(user: User | None, unit: Unit) -> bool:
    """A row that was given back: whoever coordinates there, or handles the money."""
    return branch.holds(user, unit, Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
