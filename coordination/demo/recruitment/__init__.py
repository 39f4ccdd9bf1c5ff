"""The demo's recruitment: campaigns, and each part hung on the same ones: applicants, interviews, selections, and one of which numbers are left."""

from __future__ import annotations

from types import ModuleType

from coordination.demo.cast import Member
from coordination.demo.councils.base import Councils
from coordination.demo.organisation import Organisation
from coordination.people.actor import Actor
from coordination.people.models import Person

from . import applicants, campaigns, forgotten, interviews, selection

# Each part: a module with `build(recruitment: campaigns.Recruitment)`, in the order things happened.
PARTS: tuple[ModuleType, ...] = (applicants, interviews, selection, forgotten)


def build(made: Organisation, cast: dict[Member, Person], coordinator: Actor, councils: Councils) -> None:
    recruitment = campaigns.build(made, cast, coordinator, councils)
    for part in PARTS:
        part.build(recruitment)
