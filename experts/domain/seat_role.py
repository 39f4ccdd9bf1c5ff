"""The roles of an order's places: who plays the client, who the support person (ET-01)."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE, Texts
from experts.models import BookingRequest, SeatRole, TaskType

LONGEST = 80


def usual(task_type: TaskType) -> list[Texts]:
    """The roles a task begins with, in the languages of the catalogue; empty for a task without roles."""
    names: list[Texts] = []
    for language, line in task_type.role_names.items():
        for place, part in enumerate(filter(None, (part.strip() for part in line.split(",")))):
            if place == len(names):
                names.append(Texts())
            names[place][language] = part
    return names


def of(order: BookingRequest) -> dict[int, SeatRole]:
    """The roles by place; empty where the places are all alike."""
    return {role.seat: role for role in order.roles.all()}


def write(order: BookingRequest, names: Sequence[Texts | str]) -> bool:
    """Keep the roles, one for each place in turn; an empty one leaves its place without. Returns whether any changed.

    What is typed is kept in the language in use, unless it is what the role was called already. Raises `Refused` for
    more roles than places, and for a name that is too long.
    """
    for name in names:
        identity_code.refuse(str(name), field="roles")
    before = of(order)
    known = [*(role.name for role in before.values()), *usual(order.task_type)]
    wanted = {seat: text for seat, name in enumerate(names, start=1) if (text := _texts(name, known))}
    if any(seat > order.seats for seat in wanted):
        raise Refused(_("There are more roles than experts."), field="roles", code="roles")
    if any(len(part) > LONGEST for text in wanted.values() for part in text.values()):
        raise Refused(_("A role has 80 characters at most."), field="roles", code="too_long")
    if {seat: role.name for seat, role in before.items()} == wanted:
        return False
    order.roles.all().delete()
    SeatRole.objects.bulk_create(SeatRole(booking_request=order, seat=seat, name=text) for seat, text in wanted.items())
    return True


def _texts(name: Texts | str, known: Sequence[Texts]) -> Texts:
    if isinstance(name, Texts):
        return name
    said = name.strip()
    if not said:
        return Texts()
    same = next((texts for texts in known if said in texts.values()), None)
    return same or Texts({(get_language() or MAIN_LANGUAGE).split("-")[0]: said})
