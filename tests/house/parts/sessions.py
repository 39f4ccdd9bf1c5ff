"""Doors of orders with several times."""

from __future__ import annotations

from tests.factories import orders
from tests.house.door_table import KAISA, Keys
from tests.house.doors import Door


def _booking() -> Keys:
    made = orders.booking_confirmed()
    return {"pk": made.booking_request_id, "booking": made.pk}


DOORS: dict[str, Door] = {"booking_request:held": Door(KAISA, _booking)}
