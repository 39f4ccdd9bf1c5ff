"""Who handles a unit's money."""

from __future__ import annotations

from django.db.models import QuerySet

from coordination.people.models import Person, Role, Unit, User
from coordination.people.permissions import branch

APPOINTERS = (Role.Kind.FINANCE, Role.Kind.ADMIN)


def may_handle(user: User | None, unit: Unit) -> bool:
    """Batches, results, corrections: those who handle the money of the unit's branch."""
    return branch.holds(user, unit, Role.Kind.FINANCE, Role.Kind.ADMIN)


def may_appoint(user: User | None, unit: Unit) -> bool:
    """Who approves is for the main user and those who handle the money to say."""
    return branch.holds(user, unit, *APPOINTERS)


def others_who_appoint(person: Person, unit: Unit) -> QuerySet[Role]:
    """The roles of those besides a person who could say it, and can sign in."""
    roles = Role.objects.open().filter(kind__in=APPOINTERS, unit__path__in=unit.paths_up())
    return roles.filter(person__user__is_active=True).exclude(person=person)


def may_put_right(user: User | None, unit: Unit) -> bool:
    """A row that was given back: whoever coordinates there, or handles the money."""
    return branch.holds(user, unit, Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
