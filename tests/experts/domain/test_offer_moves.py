"""Every state of an offer, every verb, every actor: who may do what from where."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import booking as bookings
from experts.domain import offer as offers
from experts.models import Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db


def declined() -> Offer:
    offer = orders.offer_open()
    return offers.decline(offer, Actor.by_link(offer.expert.person))


def expired() -> Offer:
    offer = orders.offer_open()
    offers.expire(offer.expires_at + timedelta(minutes=1))
    offer.refresh_from_db()
    return offer


def withdrawn() -> Offer:
    return offers.withdraw(orders.offer_open(), people.actor(people.kaisa()))


def filled() -> Offer:
    left = orders.offer_open()
    order = left.booking_request
    chosen = orders.offer_accepted(experts.in_folder("Onni", "Mallikas"), order)
    bookings.confirm(order, orders.main_times(order)[0], [chosen], people.actor(people.kaisa()))
    left.refresh_from_db()
    return left


def booked() -> Offer:
    return orders.booking_confirmed().offer


STATES = {
    "open": orders.offer_open,
    "accepted": orders.offer_accepted,
    "declined": declined,
    "expired": expired,
    "withdrawn": withdrawn,
    "filled": filled,
    "booked": booked,
}


def actors(offer: Offer) -> dict[str, Actor]:
    aino, kaisa = offer.expert.person, people.actor(people.kaisa())
    return {
        "link": Actor.by_link(aino),
        "screen": people.actor(aino),
        "phone": kaisa.acting_for(aino),
        "kaisa": kaisa,
        "sari": people.actor(people.sari()),
        "olli": people.actor(people.olli()),
        "neighbour": people.actor(people.stranger_coordinator()),
        "neighbour_phone": people.actor(people.stranger_coordinator()).acting_for(aino),
    }


VERBS = {
    "accept": lambda offer, by: offers.accept(offer, by, orders.main_times(offer.booking_request)),
    "decline": offers.decline,
    "withdraw": offers.withdraw,
}
EXPERT = {"link", "screen", "phone"}
# The coordinator who speaks for the expert on the phone stays a coordinator.
OFFICE = {"kaisa", "sari", "phone"}
ALLOWED = {
    ("open", "accept"): EXPERT,
    ("open", "decline"): EXPERT,
    ("open", "withdraw"): OFFICE,
    ("accepted", "decline"): EXPERT,
    ("accepted", "withdraw"): OFFICE,
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", STATES)
def test_who_may_from_where(state, verb):
    offer = STATES[state]()

    done = {name for name, by in actors(offer).items() if succeeds(VERBS[verb], offer, by)}

    assert done == ALLOWED.get((state, verb), set())


def succeeds(verb, offer: Offer, by: Actor) -> bool:
    """Whether the verb goes through; what it did is undone."""
    try:
        with transaction.atomic():
            verb(Offer.objects.get(pk=offer.pk), by)
            transaction.set_rollback(True)
    except Refused:
        return False
    return True
