"""The coordinator confirms in the same instant as the expert stops: both see the other's work, whoever was first."""

from __future__ import annotations

import pytest

from coordination.people.actor import Actor
from experts.domain import booking as bookings
from experts.domain import stopping
from experts.models import Booking, BookingRequest, Expert, Offer, Stopping, Touched
from tests.concurrency.at_once import at_once
from tests.factories import experts, orders, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_stopping_and_confirming_leave_nothing_between():
    """Several orders with a colleague in each: without one order of locks this is a deadlock."""
    aino, onni = experts.aino(), experts.in_folder("Onni", "Mallikas")
    kaisa, rounds = people.actor(people.kaisa()), 3
    waiting = [orders.order_sent(seats=2, times=[orders.in_days(7 + 3 * number)]) for number in range(rounds)]
    accepted = [[orders.offer_accepted(each, order) for each in (aino, onni)] for order in waiting]

    def confirming(order: BookingRequest, offers: list[Offer]):
        time = orders.main_times(order)[0]
        return lambda: bookings.confirm(BookingRequest.objects.get(pk=order.pk), time, offers, kaisa)

    confirms = [confirming(order, offers) for order, offers in zip(waiting, accepted, strict=True)]
    by = Actor.by_link(aino.person)
    found = at_once(*confirms, lambda: stopping.take_leave(Expert.objects.get(pk=aino.pk), by))

    confirmed = found[:-1].count("done")
    assert set(found[:-1]) <= {"done", "moved", "not_accepted", "too_few"}
    assert found[-1] == "done"
    assert Expert.objects.get(pk=aino.pk).status == Expert.Status.LEAVE
    assert Booking.objects.filter(expert=aino, status=Booking.Status.CONFIRMED).count() == confirmed
    touched = Stopping.objects.get().touched
    assert touched.filter(outcome=Touched.Outcome.KEPT).count() == confirmed
    assert touched.filter(outcome=Touched.Outcome.CLOSED).count() == rounds - confirmed
    assert not Offer.objects.alive().filter(expert=aino, booking=None).exists()
