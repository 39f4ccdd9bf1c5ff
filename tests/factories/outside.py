"""Orders from outside: written on the public site, confirmed, told on the phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coordination.people.domain import contact, outsider
from coordination.people.models import Contact, Person, Unit
from experts.domain import arrival, outside_order
from experts.models import BookingRequest, OutsideOrder
from tests.factories import experts, orders, people

if TYPE_CHECKING:
    from experts.domain.outside_order import Facts

BUSINESS_ID = "2222222-9"
SCHOOL = "Kuulasveden ammattikorkeakoulu"


def facts(**changes: object) -> Facts:
    """Leena's school asks for a lecture; `changes` go over the order's own fields."""
    wishes = changes.pop("wishes", [])
    who = {"first_name": "Leena", "last_name": "Lehtori", "title": "lehtori", "email": "leena@amk.example", "phone": ""}
    asked = {
        "task_type": experts.task_type("lecture").pk,
        "topic": "Velat ja häpeä",
        "need": "Luento sosionomiopiskelijoille.",
        "languages": ["fi"],
        "mode": "place",
        "place": "Opistokatu 1, Kuulasvesi",
        "times": [[moment.isoformat() for moment in orders.in_days(days)] for days in (14, 15)],
        "price_class": orders.price_class().pk,
        "areas": [],
    }
    return {
        "organisation": {"name": SCHOOL, "business_id": BUSINESS_ID, "sector": "school"},
        "contact": {**who, **changes.pop("contact", {})},
        "payer": {"name": "", "business_id": "", "invoicing": "003722222229"},
        "order": {**asked, **changes},
        "wishes": wishes,
    }


def order_unconfirmed(**changes: object) -> OutsideOrder:
    """Written on the site; the link of the confirmation has not been opened."""
    people.kaisa()
    return outside_order.receive(people.organisation(), facts(**changes), "fi")


def order_confirmed(**changes: object) -> BookingRequest:
    """Leena's order in Kaisa's queue."""
    return outside_order.confirm(order_unconfirmed(**changes))


def school(business_id: str = BUSINESS_ID) -> Unit:
    """The school as an organisation outside, under the county."""
    return outsider.body(people.organisation(), people.kaisa(), name=SCHOOL, business_id=business_id)


def contact_person(unit: Unit | None = None, **fields: object) -> Contact:
    """A named contact person without an account; letters reach her."""
    who = people.person(**{"first_name": "Helvi", "last_name": "Hakija", "unit": people.organisation(), **fields})
    return contact.keep(unit or school(), who, people.actor(people.kaisa()), title="rehtori")


def order_begun(orderer: Person | None = None, unit: Unit | None = None) -> BookingRequest:
    """Kaisa has begun to write down what Helvi told on the phone."""
    home = unit or school()
    orders.price_class()
    caller = orderer or contact_person(home).person
    return arrival.begin(home, caller, experts.task_type("lecture"), "phone", people.actor(people.kaisa()))
