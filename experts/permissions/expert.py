"""Who may act in an expert's matters: the expert, the coordinator of the branch, or the house itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coordination.people.models import Role, Unit

if TYPE_CHECKING:
    from coordination.people.actor import Actor
    from experts.models import Expert


def is_oneself(by: Actor, expert: Expert) -> bool:
    """The expert, signed in or come by a safe link."""
    return by.person is not None and by.person.pk == expert.person_id


def may_coordinate_in(by: Actor, unit: Unit) -> bool:
    """Whether the actor coordinates a branch that holds the unit."""
    if by.user is None:
        return False
    heads = by.user.branches(Role.Kind.COORDINATOR)
    return any(unit.path.startswith(head.path) for head in heads)


def may_coordinate(by: Actor, expert: Expert) -> bool:
    return may_coordinate_in(by, expert.unit)


def may_keep(by: Actor, expert: Expert) -> bool:
    """May write the expert's own matters (CV text, limits, times, audiences): the expert, or the coordinator together with the expert."""
    return is_oneself(by, expert) or may_coordinate(by, expert) or by.is_house


def may_approve(by: Actor, expert: Expert) -> bool:
    """A coordinator, and never one's own."""
    return may_coordinate(by, expert) and not is_oneself(by, expert)


def on_behalf(by: Actor, expert: Expert) -> Actor:
    """The same actor; a coordinator who keeps an expert's own matters does it for the expert, and the log says so."""
    if by.on_behalf_of or by.is_house or is_oneself(by, expert):
        return by
    return by.acting_for(expert.person, via=by.via)
