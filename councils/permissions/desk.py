"""A council's desk: its letters and calls are its leaders' to post and make. Named in `messaging.permissions.desk`."""

from __future__ import annotations

from coordination.people.models import User
from councils.models import Council

from .council import leads


def of(council: Council) -> str:
    """The desk's name, as messages and print runs carry it."""
    return f"{council._meta.label_lower}:{council.pk}"


def holds(user: User, desk: str) -> bool:
    """Whether the user leads the council today."""
    name, __, key = desk.partition(":")
    if name != Council._meta.label_lower or not key.isdecimal():
        return False
    council = Council.objects.select_related("unit").filter(pk=int(key)).first()
    return council is not None and leads(user, council)
