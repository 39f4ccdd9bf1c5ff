"""Who prints letters: addresses are the coordinators' (L-10), and those of one desk its holders'."""

from __future__ import annotations

from coordination.messaging.models.desk import is_closed
from coordination.people.models import Role, Unit, User
from coordination.people.permissions import branch

from . import desk as desks


def may_print(user: User | None, unit: Unit, desk: str = "") -> bool:
    """A coordinator of the branch; of one desk's letters its holders, too, and of a closed one's they alone.

    Main users see no addresses that are protected.
    """
    if is_closed(desk):
        return desks.holds(user, desk)
    return branch.holds(user, unit, Role.Kind.COORDINATOR) or desks.holds(user, desk)
