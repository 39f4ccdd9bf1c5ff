"""Every state of a booking, every verb, every actor: who may do what from where."""

from __future__ import annotations

import pytest
from django.db import transaction

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import absence, agreement, debrief
from experts.domain import booking as bookings
from experts.models import Booking
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


def no_show() -> Booking:
    made = orders.booking_agreed()
    with orders.on_day(orders.day_after(made)):
        absence.mark(made.sessions.get(), "orderer_absent", people.actor(people.sari()), "Tila oli lukossa.")
    made.refresh_from_db()
    return made


def cancelled() -> Booking:
    return bookings.cancel(orders.booking_agreed(), people.actor(people.kaisa()), "Sovittiin uusi aika.")


STATES = {
    "confirmed": orders.booking_confirmed,
    "agreed": orders.booking_agreed,
    "held": orders.booking_held,
    "no_show": no_show,
    "cancelled": cancelled,
}


def actors(booking: Booking) -> dict[str, Actor]:
    aino, kaisa = booking.expert.person, people.actor(people.kaisa())
    return {
        "link": Actor.by_link(aino),
        "screen": people.actor(aino),
        "phone": kaisa.acting_for(aino),
        "kaisa": kaisa,
        "sari": people.actor(people.sari()),
        "olli": people.actor(people.olli()),
        "neighbour": people.actor(people.stranger_coordinator()),
    }


VERBS = {
    "cancel": lambda booking, by: bookings.cancel(booking, by, "Tuli este."),
    "mark_held": bookings.mark_held,
    "mark_absent": lambda booking, by: absence.mark(booking.sessions.get(), "client_absent", by),
    "claim": lambda booking, by: absence.claim(booking.sessions.get(), by),
    "tick_as_expert": lambda booking, by: agreement.tick(booking, "expert", by, ["roles"]),
    "tick_as_orderer": lambda booking, by: agreement.tick(booking, "orderer", by, ["roles"]),
    "debrief_as_expert": lambda booking, by: debrief.record(booking, "expert", by, talked=True, feeling="good"),
    "debrief_as_orderer": lambda booking, by: debrief.record(booking, "orderer", by, talked=True, feeling="good"),
}
EXPERT = {"link", "screen", "phone"}
# The coordinator who speaks for the expert on the phone stays a coordinator.
OFFICE = {"kaisa", "sari", "phone"}
ALLOWED = {
    "confirmed": {"cancel": EXPERT | OFFICE, "mark_absent": OFFICE, "claim": EXPERT},
    "agreed": {"cancel": EXPERT | OFFICE, "mark_held": OFFICE, "mark_absent": OFFICE, "claim": EXPERT},
    "held": {},
}
ALLOWED["confirmed"] |= {"tick_as_expert": EXPERT, "tick_as_orderer": {"sari"}}
ALLOWED["agreed"] |= {"tick_as_expert": EXPERT, "tick_as_orderer": {"sari"}}
for _state in ("confirmed", "agreed", "held"):
    ALLOWED[_state] |= {"debrief_as_expert": EXPERT, "debrief_as_orderer": {"sari"}}


@pytest.mark.parametrize("state", STATES)
def test_who_may_from_where(state):
    booking = STATES[state]()

    with orders.on_day(orders.day_after(booking)):
        done = {
            verb: who
            for verb in VERBS
            if (who := {name for name, by in actors(booking).items() if succeeds(VERBS[verb], booking, by)})
        }

    assert done == ALLOWED.get(state, {})


def succeeds(verb, booking: Booking, by: Actor) -> bool:
    """Whether the verb goes through; what it did is undone."""
    try:
        with transaction.atomic():
            verb(Booking.objects.get(pk=booking.pk), by)
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


def code_of(verb, *arguments) -> str:
    with pytest.raises(Refused) as refusal:
        verb(*arguments)
    return refusal.value.code


def test_a_client_meeting_is_not_held_without_the_whole_agreement():
    booking = orders.booking_confirmed()
    agreement.tick(booking, "orderer", people.actor(people.sari()), orders.TICKS)
    agreement.tick(booking, "expert", Actor.by_link(booking.expert.person), ["roles", "division"])

    with orders.on_day(orders.day_after(booking)):
        code = code_of(bookings.mark_held, booking, people.actor(people.sari()))

    assert code == "agreement"


def test_nothing_is_held_before_it_has_ended():
    assert code_of(bookings.mark_held, orders.booking_agreed(), people.actor(people.sari())) == "early"


def test_a_coordinator_does_not_mark_the_own_booking_held():
    booking = orders.booking_agreed()
    people.role_for(booking.expert.person, "coordinator", people.organisation())

    with orders.on_day(orders.day_after(booking)):
        code = code_of(bookings.mark_held, booking, people.actor(booking.expert.person))

    assert code == "stranger"


def test_a_coordinator_does_not_confirm_oneself():
    offer = orders.offer_accepted()
    people.role_for(offer.expert.person, "coordinator", people.organisation())
    times = orders.main_times(offer.booking_request)

    code = code_of(bookings.confirm, offer.booking_request, times[0], [offer], people.actor(offer.expert.person))

    assert code == "oneself"
