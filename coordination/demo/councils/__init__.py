"""The demo's councils: a year of theirs, each part hung on the same four, the ended one and the group."""

from __future__ import annotations

from types import ModuleType

from coordination.demo.cast import Member
from coordination.demo.organisation import Organisation
from coordination.people.actor import Actor
from coordination.people.models import Person

from . import agenda, answers, base, group, member_page, minutes, packet, statements, topics

# Each part of the year: a module with `build(councils: base.Councils)`, in the order things happened.
PARTS: tuple[ModuleType, ...] = (topics, group, minutes, agenda, statements, packet, answers, member_page)


def build(made: Organisation, cast: dict[Member, Person], coordinator: Actor) -> base.Councils:
    made_councils = base.build(made, cast, coordinator)
    for part in PARTS:
        part.build(made_councils)
    return made_councils
