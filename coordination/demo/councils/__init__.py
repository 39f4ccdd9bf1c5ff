"""The demo's councils: a year of theirs, each part hung on the same four, the ended one and the group."""

from __future__ import annotations

from coordination.demo.cast import Member
from coordination.demo.organisation import Organisation
from coordination.people.actor import Actor
from coordination.people.models import Person

from . import base


def build(made: Organisation, cast: dict[Member, Person], coordinator: Actor) -> None:
    base.build(made, cast, coordinator)
