"""Which branch keeps a message: the recipient's, save at a closed desk, whose messages are its own branch's alone.

That somebody has heard from a recruitment tells that they have applied (CC-08, L-13): the branch that keeps the person for
another matter has nothing to do with it.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q
from django.utils.module_loading import import_string

from coordination.people.models import Unit

# Desks stand in the rooms above, so the closed ones of some branches are named, not imported.
CLOSED = {"recruitment": "coordination.recruitment.permissions.desk.within"}


def is_closed(desk: str) -> bool:
    return desk.partition(".")[0] in CLOSED


def on_closed() -> Q:
    """The messages that lie on any closed desk."""
    found = Q(pk__in=[])
    for app in CLOSED:
        found |= Q(desk__startswith=f"{app}.")
    return found


def kept_in(heads: Iterable[Unit]) -> Q:
    """The messages that coordinators of these branches see, post and tell; no branch, nothing."""
    branches = list(heads)
    if not branches:
        return Q(pk__in=[])
    own = Q(pk__in=[])
    for within in CLOSED.values():
        own |= Q(desk__in=import_string(within)(branches))
    return Unit.branch_condition(branches, "person__unit__") & ~on_closed() | own
