"""Two confirmations in the same instant can never both stand, on either database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db.models import F

from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import Rule
from experts.domain import booking as bookings
from experts.domain import offer as offers
from experts.models import Booking, BookingRequest, BusyTime, Offer
from tests.concurrency.at_once import at_once, tally
from tests.factories import experts, orders, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

THREADS = 16


def overlaps() -> int:
    """Pairs of busy hours of one expert that share an instant."""
    pairs = BusyTime.objects.filter(
        expert__busy_times__starts_at__lt=F("ends_at"), expert__busy_times__ends_at__gt=F("starts_at")
    )
    return pairs.exclude(expert__busy_times__pk=F("pk")).count()


def accepted_by_aino(number: int) -> Offer:
    """An order of its own, its only time a few minutes after the one before."""
    start, end = orders.in_days(8)
    shift = timedelta(minutes=3 * number)
    return orders.offer_accepted(times=[(start + shift, end + shift)])


def confirming(offer: Offer) -> Callable[[], object]:
    order = offer.booking_request
    time, kaisa = orders.main_times(order)[0], people.actor(people.kaisa())
    return lambda: bookings.confirm(BookingRequest.objects.get(pk=order.pk), time, [offer], kaisa)


def test_sixteen_orders_want_one_expert_at_overlapping_times():
    waiting = [accepted_by_aino(number) for number in range(THREADS)]

    done, refusals = tally(at_once(*map(confirming, waiting)))

    assert (done, refusals) == (1, {"busy"})
    assert (Booking.objects.count(), BusyTime.objects.count(), overlaps()) == (1, 1, 0)
    assert BookingRequest.objects.filter(status="confirmed").count() == 1


def test_one_order_is_confirmed_once_however_often_it_is_pressed():
    offer = orders.offer_accepted()

    done, refusals = tally(at_once(*[confirming(offer) for __ in range(THREADS)]))

    assert (done, refusals) == (1, {"not_accepted"})
    assert Booking.objects.count() == 1
    assert Message.objects.filter(kind="experts.booking.confirmed").count() == 2


def test_two_orders_want_the_same_three_experts():
    """The experts are named in opposite orders: without one order of locks this is a deadlock."""
    crew = [experts.aino(), experts.in_folder("Onni", "Mallikas"), experts.in_folder("Sanna", "Kuvitelma")]
    waiting = [orders.order_sent(seats=3) for __ in range(4)]
    accepted = {order: [orders.offer_accepted(expert, order) for expert in crew] for order in waiting}
    kaisa = people.actor(people.kaisa())

    def confirm(order: BookingRequest, chosen: list[Offer]) -> Callable[[], object]:
        time = orders.main_times(order)[0]
        return lambda: bookings.confirm(BookingRequest.objects.get(pk=order.pk), time, chosen, kaisa)

    presses = [confirm(order, found[:: (-1) ** number]) for number, (order, found) in enumerate(accepted.items())]
    done, refusals = tally(at_once(*presses))

    assert (done, refusals, Booking.objects.count(), overlaps()) == (1, {"busy"}, 3, 0)


@pytest.fixture
def confirms_itself():
    Rule.objects.create(key="offer.confirms_itself", value=True, valid_from=people.LONG_AGO)


def test_three_places_and_sixteen_acceptances(confirms_itself):
    order = orders.order_sent(seats=3)
    asked = [orders.offer_open(experts.in_folder(f"Onni{number}"), order) for number in range(THREADS)]
    times = orders.main_times(order)

    def accept(offer: Offer) -> Callable[[], object]:
        return lambda: offers.accept(Offer.objects.get(pk=offer.pk), Actor.by_link(offer.expert.person), times)

    done, refusals = tally(at_once(*map(accept, asked)))

    assert (done, refusals) == (3, {"moved"})
    assert sorted(Booking.objects.values_list("seat", flat=True)) == [1, 2, 3]
    assert Offer.objects.filter(status="filled").count() == THREADS - 3
    assert BookingRequest.objects.get().status == "confirmed"


def test_an_offer_is_accepted_and_withdrawn_in_the_same_instant():
    offer = orders.offer_open()
    times = orders.main_times(offer.booking_request)
    kaisa = people.actor(people.kaisa())

    outcomes = at_once(
        lambda: offers.accept(Offer.objects.get(pk=offer.pk), Actor.by_link(offer.expert.person), times),
        lambda: offers.withdraw(Offer.objects.get(pk=offer.pk), kaisa),
    )

    offer.refresh_from_db()
    assert offer.status == "withdrawn"
    assert outcomes in (["done", "done"], ["moved", "done"])
    assert BookingRequest.objects.get().status == "sent"


def test_a_time_is_confirmed_while_the_expert_takes_the_yes_back():
    offer = orders.offer_accepted()

    outcomes = at_once(
        confirming(offer), lambda: offers.decline(Offer.objects.get(pk=offer.pk), Actor.by_link(offer.expert.person))
    )

    offer.refresh_from_db()
    stands = Booking.objects.standing().count()
    assert (outcomes, offer.status, stands) in (
        (["done", "booked"], "accepted", 1),
        (["moved", "done"], "declined", 0),
    )
