"""A council as the one whose event it is. Named in `coordination.events.domain.owner`."""

from __future__ import annotations

from coordination.events.domain.owner import Owner
from coordination.people.models import User
from councils.models import Council
from councils.permissions import desk


def of(council: Council) -> Owner:
    return Owner(desk.of(council), str(council.names), council.unit)


def led_by(user: User) -> list[Owner]:
    """The standing councils the user leads. One query."""
    return [of(council) for council in Council.objects.led_by(user).standing().select_related("unit")]


def named(key: str) -> str:
    """The council's name, also of one that has ended; empty where there is none."""
    name, __, number = key.partition(":")
    if name != Council._meta.label_lower or not number.isdecimal():
        return ""
    council = Council.objects.filter(pk=int(number)).first()
    return str(council.names) if council else ""
