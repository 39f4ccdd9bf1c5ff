"""Doors of cancelling, not coming and moving a time."""

from __future__ import annotations

from coordination.fees.domain import consequence_keeping
from coordination.fees.domain.consequence import DEFAULTS, Event
from coordination.messaging.domain import safe_link
from experts.domain import time_change
from tests.factories import orders, outside, people
from tests.house.door_table import (
    AINO,
    ALL_PAYERS,
    EVERYBODY,
    KAISA,
    PAYERS,
    SARI,
    SARI_AND_KAISA,
    Keys,
    booking,
    fixed,
    on_board,
    order,
)
from tests.house.doors import Door


def _session() -> Keys:
    made = orders.booking_confirmed()
    return {"pk": made.pk, "session": made.sessions.get().pk}


def _session_on_board() -> Keys:
    made = orders.booking_confirmed()
    return {"pk": made.booking_request_id, "booking": made.pk, "session": made.sessions.get().pk}


def _token() -> Keys:
    return {"token": safe_link.token(orders.booking_confirmed().link)}


def _session_token() -> Keys:
    made = orders.booking_confirmed()
    return {"token": safe_link.token(made.link), "session": made.sessions.get().pk}


def _asked() -> time_change.TimeChange:
    """Sari has asked Aino for another day."""
    made = orders.booking_confirmed()
    return time_change.propose(made.time, *orders.in_days(8, 15, 16), people.actor(people.sari()))


def _change() -> Keys:
    return {"pk": _asked().pk}


def _change_token() -> Keys:
    return {"token": safe_link.token(_asked().answers.get().link)}


def _answer_on_board() -> Keys:
    change = _asked()
    return {"pk": change.time.booking_request_id, "answer": change.answers.get().pk}


def _change_on_board() -> Keys:
    change = _asked()
    return {"pk": change.time.booking_request_id, "change": change.pk}


def _session_behind_the_order() -> Keys:
    order = outside.order_confirmed()
    made = orders.booking_confirmed(order=order)
    return {"token": safe_link.token(order.arrival.link), "pk": made.pk, "session": made.sessions.get().pk}


def _row() -> Keys:
    event = Event.CLIENT_ABSENT
    by = people.actor(people.kaisa())
    return {"pk": consequence_keeping.keep(event, DEFAULTS[event], by, unit=people.organisation())[0].pk}


DOORS: dict[str, Door] = {
    "fees_consequence:index": Door(ALL_PAYERS),
    "fees_consequence:index_results": Door(ALL_PAYERS),
    "fees_consequence:choose": Door(ALL_PAYERS),
    "fees_consequence:new": Door(ALL_PAYERS, fixed(event="client_absent")),
    "fees_consequence:page": Door(PAYERS, _row),
    "experts:order_permission": Door(SARI_AND_KAISA, order()),
    "experts:booking_cancel": Door(AINO | SARI, booking),
    "experts:session_cancel": Door(AINO | SARI, _session),
    "experts:session_claim": Door(AINO, _session),
    "experts:session_move": Door(AINO | SARI, _session),
    "experts:time_change": Door(AINO, _change),
    "booking_cancel_link": Door(EVERYBODY, _token),
    "session_cancel_link": Door(EVERYBODY, _session_token),
    "session_claim_link": Door(EVERYBODY, _session_token),
    "session_move_link": Door(EVERYBODY, _session_token),
    "time_change_link": Door(EVERYBODY, _change_token),
    "booking_request:permission": Door(KAISA, on_board),
    "booking_request:session_cancel": Door(KAISA, _session_on_board),
    "booking_request:session_tell": Door(KAISA, _session_on_board),
    "booking_request:session_move": Door(KAISA, _session_on_board),
    "booking_request:time_answer": Door(KAISA, _answer_on_board),
    "booking_request:time_withdraw": Door(KAISA, _change_on_board),
    "order_session_move_link": Door(EVERYBODY, _session_behind_the_order),
    "booking_request:replacement_ask": Door(KAISA, on_board, method="post"),
    "booking_request:replacement_confirm": Door(KAISA, on_board, method="post"),
}
