"""Who holds a desk: whose letters one may post and whose calls one may make besides the coordinators of the branch."""

from __future__ import annotations

from django.utils.module_loading import import_string

from coordination.people.models import User

# Desks stand in the wings, so they are named, not imported.
HOLDERS = {
    "councils": "councils.permissions.desk.holds",
    "recruitment": "coordination.recruitment.permissions.desk.holds",
}


def holds(user: User | None, desk: str) -> bool:
    """Whether the desk (“councils.council:3”) is the user's today; a message of no desk is nobody's this way."""
    holder = HOLDERS.get(desk.partition(".")[0])
    return bool(holder) and user is not None and import_string(holder)(user, desk)
