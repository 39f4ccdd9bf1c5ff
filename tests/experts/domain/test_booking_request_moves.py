"""Every state of an order, every verb, every actor: who may do what from where."""

from __future__ import annotations

import pytest
from django.db import transaction

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import amendment, booking_request, cancellation, debrief
from experts.models import BookingRequest
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


def unmatched() -> BookingRequest:
    return booking_request.mark_unmatched(orders.order_sent(), people.actor(people.kaisa()))


def cancelled() -> BookingRequest:
    order = orders.order_sent()
    return cancellation.cancel(order, people.actor(order.orderer), "Ei tarvita")


def closed() -> BookingRequest:
    made = orders.booking_held()
    told = {"talked": True, "feeling": "good", "next": "nothing", "note": ""}
    with orders.on_day(orders.day_after(made)):
        debrief.record(made, "orderer", people.actor(made.booking_request.orderer), **told)
        debrief.record(made, "expert", Actor.by_link(made.expert.person), **told)
    return made.booking_request


STATES = {
    "draft": orders.order_draft,
    "sent": orders.order_sent,
    "offered": lambda: orders.offer_open().booking_request,
    "unmatched": unmatched,
    "confirmed": lambda: orders.booking_confirmed().booking_request,
    "held": lambda: orders.booking_held().booking_request,
    "closed": closed,
    "cancelled": cancelled,
}
VERBS = {
    "save": lambda order, by: booking_request.save(order, by, need="Apua"),
    "send": booking_request.send,
    "discard": booking_request.discard,
    "change": lambda order, by: amendment.change(order, by, directions="Ovi B"),
    "cancel": lambda order, by: cancellation.cancel(order, by, "Ei tarvita"),
    "copy": booking_request.copy,
    "follow_up": booking_request.follow_up,
    "mark_unmatched": booking_request.mark_unmatched,
}
ACTORS = {
    "orderer": lambda order: people.actor(order.orderer),
    "coordinator": lambda order: people.actor(people.kaisa()),
    "on the phone": lambda order: people.actor(people.kaisa()).acting_for(order.orderer),
    "colleague": lambda order: people.actor(people.finance()),
    "stranger": lambda order: people.actor(people.olli()),
    "neighbour": lambda order: people.actor(people.stranger_coordinator()),
    "impostor": lambda order: people.actor(people.olli()).acting_for(order.orderer),
}
ORDERERS = {"orderer", "on the phone"}
BOTH = {"orderer", "coordinator", "on the phone"}
COORDINATORS = {"coordinator", "on the phone"}
BEFORE_HELD = ("sent", "offered", "unmatched", "confirmed")
ALLOWED = {
    **{("draft", verb): ORDERERS for verb in ("save", "send", "discard")},
    **{(state, verb): BOTH for state in BEFORE_HELD for verb in ("change", "cancel")},
    **{(state, "copy"): ORDERERS for state in STATES if state != "draft"},
    **{(state, "follow_up"): ORDERERS for state in ("held", "closed")},
    ("sent", "mark_unmatched"): COORDINATORS,
}


def outcome(order: BookingRequest, verb: str, actor: str) -> bool:
    try:
        with transaction.atomic():
            VERBS[verb](BookingRequest.objects.get(pk=order.pk), ACTORS[actor](order))
            raise InterruptedError
    except Refused:
        return False
    except InterruptedError:
        return True


@pytest.mark.parametrize("state", STATES)
def test_state_verb_actor(state):
    order = STATES[state]()
    order.refresh_from_db()

    done = {(verb, actor) for verb in VERBS for actor in ACTORS if outcome(order, verb, actor)}

    expected = {(verb, actor) for (at, verb), actors in ALLOWED.items() if at == state for actor in actors}
    assert (order.status, done) == (state, expected)
