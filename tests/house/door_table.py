"""The product's own doors, one row each: its name, who gets in, the address's arguments, how it is knocked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coordination.foundation import clock
from experts.models import Debrief
from tests.factories import experts, orders, people
from tests.house.doors import EVERYBODY, NOBODY, SIGNED_IN, Door

if TYPE_CHECKING:
    from collections.abc import Callable

Keys = dict[str, object]


def only(*names: str) -> frozenset[str]:
    assert set(names) <= EVERYBODY
    return frozenset(names)


KAISA = only("coordinator")
KEEPERS = only("coordinator", "admin")
LOOKERS = only("coordinator", "neighbour", "admin")
AINO = only("expert")
SARI = only("staff")
SARI_AND_KAISA = SARI | KAISA


def fixed(**keys: object) -> Callable[[], Keys]:
    return lambda: keys


def matti(**keys: object) -> Callable[[], Keys]:
    return lambda: {"pk": people.matti().pk, **keys}


def unit() -> Keys:
    return {"pk": people.sari().unit.pk}


def draft(**keys: object) -> Callable[[], Keys]:
    return lambda: {"number": orders.order_draft().number, **keys}


def order(**keys: object) -> Callable[[], Keys]:
    return lambda: {"number": orders.order_sent().number, **keys}


def agreed_unit() -> Keys:
    people.agreement_for(people.sari().unit)
    return {}


def held_order() -> Keys:
    return {"number": orders.booking_held().booking_request.number}


def drafting(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        experts.cv_draft(experts.aino())
        return {"language": "fi", **keys}

    return make


def on_board() -> Keys:
    return {"pk": orders.order_sent().pk}


def asked() -> Keys:
    offer = orders.offer_open()
    return {"pk": offer.booking_request_id, "offer": offer.pk}


def booked(**keys: object) -> Callable[[], Keys]:
    def make() -> Keys:
        booking = orders.booking_confirmed()
        return {"pk": booking.booking_request_id, "booking": booking.pk, **keys}

    return make


def debriefed() -> Keys:
    booking = orders.booking_held()
    debrief = Debrief.objects.create(
        booking=booking, side="expert", talked=True, feeling="good", next="call", recorded_at=clock.now()
    )
    return {"pk": booking.booking_request_id, "debrief": debrief.pk}


STREET = {
    "/": Door(EVERYBODY),
    "healthz": Door(EVERYBODY),
    "readyz": Door(EVERYBODY),
    "sitemap": Door(EVERYBODY),
    "messaging:code": Door(EVERYBODY),
    "people:invitation": Door(EVERYBODY),
    "people:closed": Door(NOBODY),
    "/tili/3rdparty/": Door(NOBODY),
    "/fi/_util/login/": Door(NOBODY),
    "feed": Door(NOBODY, fixed(token="nobody-made-this-one")),
}

ONES_OWN = {
    "portal:now": Door(SIGNED_IN),
    "me:details": Door(SIGNED_IN),
    "calendar:mine": Door(SIGNED_IN),
    "calendar:renew": Door(SIGNED_IN, method="post"),
    "calendar:revoke": Door(SIGNED_IN, method="post"),
    "privacy:mine": Door(SIGNED_IN),
    "privacy:give": Door(SIGNED_IN, fixed(purpose="cv_own"), method="post"),
    "privacy:withdraw": Door(SIGNED_IN, fixed(purpose="cv_own"), method="post"),
    "experts:my_cv": Door(AINO),
    "experts:my_audience": Door(AINO),
    "experts:my_audience_edit": Door(AINO, fixed(kind="own")),
    "experts:my_photo": Door(AINO),
    "experts:my_photo_remove": Door(AINO, method="post"),
    "experts:my_cv_edit": Door(AINO, fixed(language="fi")),
    "experts:my_cv_autosave": Door(AINO, drafting(), method="post"),
    "experts:my_cv_submit": Door(AINO, drafting()),
    "experts:my_cv_confirm": Door(AINO, fixed(language="fi"), method="post"),
    "experts:my_cv_preview": Door(AINO, fixed(language="fi", kind="own")),
    "experts:my_limits": Door(AINO),
    "experts:my_availability": Door(AINO),
}

ORDERS = {
    "experts:order_list": Door(SIGNED_IN),
    "experts:order_new": Door(SARI, agreed_unit),
    "experts:order": Door(SARI | KEEPERS, order()),
    "experts:order_edit": Door(SARI, draft(step="tavoite")),
    "experts:order_autosave": Door(SARI, draft(step="tavoite"), method="post"),
    "experts:order_change": Door(SARI_AND_KAISA, order()),
    "experts:order_cancel": Door(SARI_AND_KAISA, order()),
    "experts:order_copy": Door(SARI, order()),
    "experts:order_follow_up": Door(SARI, held_order),
    "experts:order_discard": Door(SARI, draft()),
}

ORDER_BOARD = {
    "booking_request:index": Door(LOOKERS),
    "booking_request:index_results": Door(LOOKERS),
    "booking_request:page": Door(KEEPERS, on_board),
    "booking_request:change": Door(KAISA, on_board),
    "booking_request:cancel": Door(KAISA, on_board),
    "booking_request:unmatch": Door(KAISA, on_board),
    "booking_request:confirm": Door(KAISA, on_board),
    "booking_request:answer": Door(KAISA, asked),
    "booking_request:withdraw": Door(KAISA, asked),
    "booking_request:agree": Door(KAISA, booked(party="tilaaja")),
    "booking_request:debrief": Door(KAISA, booked(party="tilaaja")),
    "booking_request:outcome": Door(KAISA, booked()),
    "booking_request:booking_cancel": Door(KAISA, booked()),
    "booking_request:see_to": Door(KAISA, debriefed),
}

OUTBOX_AND_CONSENTS = {
    "outbox:index": Door(LOOKERS),
    "outbox:index_results": Door(LOOKERS),
    "privacy_consent:index": Door(LOOKERS),
    "privacy_consent:index_results": Door(LOOKERS),
    "privacy_consent:person": Door(KEEPERS, matti()),
    "privacy_consent:record": Door(KAISA, matti()),
    "privacy_consent:withdraw": Door(KAISA, matti(purpose="cv_own"), method="post"),
}

PEOPLE_AND_UNITS = {
    "people_person:index": Door(LOOKERS),
    "people_person:index_results": Door(LOOKERS),
    "people_person:new": Door(LOOKERS),
    "people_person:page": Door(KEEPERS, matti()),
    "people_person:change": Door(KEEPERS, matti()),
    "people_person:role_grant": Door(KEEPERS, matti()),
    "people_unit:index": Door(LOOKERS),
    "people_unit:index_results": Door(LOOKERS),
    "people_unit:new": Door(LOOKERS),
    "people_unit:page": Door(KEEPERS, unit),
    "people_unit:change": Door(KEEPERS, unit),
    "people_unit:agree": Door(KEEPERS, unit),
    "people_partnership:index": Door(LOOKERS),
    "people_partnership:index_results": Door(LOOKERS),
    "people_partnership:new": Door(LOOKERS),
}

DOORS: dict[str, Door] = {**STREET, **ONES_OWN, **ORDERS, **ORDER_BOARD, **OUTBOX_AND_CONSENTS, **PEOPLE_AND_UNITS}
