"""Whose an event is: a body of a wing, to which the ideas noted there go (TD-06, CC-12). Only who leads it says so."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Unit, User

# Bodies stand in the wings, so they are named, not imported: each tells `led_by(user)` and `named(key)`.
BODIES = {"councils": "councils.domain.event_owner"}


@dataclass(frozen=True)
class Owner:
    """A body that has events: its key as `Event.meant_for` holds it ("councils.council:3"), its name, its unit."""

    key: str
    name: str
    unit: Unit


def led_by(user: User) -> list[Owner]:
    """The bodies the user leads today, by name: for these one may plan events."""
    found = [owner for body in BODIES.values() for owner in import_string(f"{body}.led_by")(user)]
    return sorted(found, key=lambda owner: (owner.name.casefold(), owner.key))


def named(key: str) -> str:
    """The name of the body with this key; empty where there is none."""
    body = BODIES.get(key.partition(".")[0])
    return import_string(f"{body}.named")(key) if body else ""


def refuse_others(by: Actor, key: str, was: str = "") -> None:
    """Raise `Refused` unless the actor leads the body the event is given to, and the one it is taken from."""
    if key == was or by.is_house:
        return
    led = {owner.key for owner in led_by(by.user)} if by.user else set()
    if not {key, was} - {""} <= led:
        raise Refused(
            _("Only those who lead a council say that an event is its own, or is not any more. Ask its leader."),
            field="meant_for",
            code="not_leader",
        )
