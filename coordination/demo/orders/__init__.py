"""The demo's orders: one in every state worth seeing, each brought there by its verbs on the days it would have happened."""

from __future__ import annotations

from coordination.demo import sessions
from coordination.demo.organisation import Organisation
from coordination.demo.register import Register
from coordination.foundation import clock
from coordination.people.actor import Actor

from . import coming, past, waiting
from .maker import Orders


def build(made: Organisation, register: Register, orderer: Actor, coordinator: Actor) -> None:
    """All of them, for one orderer and one coordinator, around today."""
    orders, today = Orders(made, register, orderer, coordinator), clock.today()
    past.build(orders)
    coming.build(orders, today)
    waiting.build(orders, today)
    sessions.build(orders, today)
