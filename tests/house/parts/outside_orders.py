"""Ordering without an account, contact persons, and orders told on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coordination.messaging.domain import safe_link
from tests.factories import orders, outside, people
from tests.house.door_table import COORDINATORS, KAISA, KEEPERS, SUPERUSER, Keys
from tests.house.doors import EVERYBODY, Door

if TYPE_CHECKING:
    from collections.abc import Callable


def unconfirmed() -> Keys:
    return {"token": safe_link.token(outside.order_unconfirmed().link)}


def behind_link(**keys: object) -> Callable[[], Keys]:
    return lambda: {"token": safe_link.token(outside.order_confirmed().arrival.link), **keys}


def booked_from_outside() -> Keys:
    booking = orders.booking_confirmed(order=outside.order_confirmed())
    return {"token": safe_link.token(booking.booking_request.arrival.link), "pk": booking.pk}


def taken_orders() -> Keys:
    people.kaisa()
    return {}


def a_contact(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        made = outside.contact_person()
        return {"pk": made.unit_id, "contact_pk": made.pk, **keys}

    return make


def a_body() -> Keys:
    return {"pk": outside.school().pk}


def a_caller() -> Keys:
    made = outside.contact_person()
    return {"unit": made.unit_id, "person": made.person_id}


def begun() -> Keys:
    return {"pk": outside.order_begun().pk}


def came_from_outside(**keys: object) -> Callable[[], Keys]:
    return lambda: {"pk": outside.order_confirmed().pk, **keys}


DOORS: dict[str, Door] = {
    "outside:write": Door(EVERYBODY, taken_orders),
    "outside:keep": Door(EVERYBODY, taken_orders, method="post"),
    "outside:empty": Door(EVERYBODY, method="post"),
    "outside:sent": Door(EVERYBODY),
    "outside:renew": Door(EVERYBODY),
    "outside_order_link": Door(EVERYBODY, unconfirmed),
    "order_link": Door(EVERYBODY, behind_link()),
    "order_contact_link": Door(EVERYBODY, behind_link()),
    "order_change_link": Door(EVERYBODY, behind_link()),
    "order_cancel_link": Door(EVERYBODY, behind_link()),
    "order_booking_link": Door(EVERYBODY, booked_from_outside),
    "order_talk_link": Door(EVERYBODY, behind_link(box="koordinaattori")),
    "booking_request:new": Door(COORDINATORS | SUPERUSER),
    "booking_request:new_body": Door(COORDINATORS | SUPERUSER),
    "booking_request:new_contact": Door(KAISA, lambda: {"unit": outside.school().pk}),
    "booking_request:new_for": Door(KAISA, a_caller),
    "booking_request:entry": Door(KAISA, begun),
    "booking_request:entry_discard": Door(KAISA, begun, method="post"),
    "booking_request:order_link": Door(KAISA, came_from_outside(act="laheta"), method="post"),
    "people_unit:contact_add": Door(KEEPERS, a_body),
    "people_unit:contact_act": Door(KEEPERS, a_contact(act="tarkistettu"), method="post"),
}
