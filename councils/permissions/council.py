"""Who leads a council, and who belongs to it. Each answer is a plain yes or no; the verb says why not."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, User
from coordination.people.permissions import branch
from councils.models import Council, Staff


def coordinates(user: User | None, council: Council) -> bool:
    """Whether the user coordinates a branch the council is in."""
    return branch.holds(user, council.unit, Role.Kind.COORDINATOR)


def is_staff(user: User | None, council: Council) -> bool:
    """Whether the user is of the council's leaders today, with the role that opens the back office to them."""
    if user is None or not branch.holds(user, council.unit, Role.Kind.LEADER):
        return False
    return Staff.objects.open().filter(council=council, person__user=user).exists()


def leads(user: User | None, council: Council) -> bool:
    """The council's leaders, and the coordinators of its branch."""
    return coordinates(user, council) or is_staff(user, council)


def is_member(person: Person | None, council: Council) -> bool:
    """Whether the person is a member or a substitute today."""
    return person is not None and council.memberships.open().filter(person=person).exists()


def require_leader(by: Actor, council: Council) -> None:
    """Raise `Refused` unless the actor leads the council; the house itself may fill the demo."""
    if not (by.is_house or leads(by.user, council)):
        raise Refused(_("Only the leaders of this council can do that. Ask the responsible leader."), code="not_leader")
