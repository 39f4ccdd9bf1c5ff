"""One role, one stretch of hours: of two who press at once exactly one wins."""

from __future__ import annotations

import pytest

from experts.domain import booking as bookings
from experts.models import Booking, BookingRequest, BusyTime, Session
from tests.concurrency.at_once import at_once, tally
from tests.concurrency.test_booking_at_once import overlaps
from tests.factories import experts, orders, people, sessions

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_two_coordinators_fill_the_same_role():
    order = sessions.training_sent()
    answers = [sessions.offered_role(order, experts.in_folder(name), 2) for name in ("Onni", "Sanna")]
    time, kaisa = orders.main_times(order)[0], people.actor(people.kaisa())

    done, refusals = tally(
        at_once(
            *[
                lambda made=made: bookings.confirm(BookingRequest.objects.get(pk=order.pk), time, [made], kaisa)
                for made in answers
            ]
        )
    )

    assert (done, refusals) == (1, {"not_accepted"})
    assert list(Booking.objects.values_list("seat", flat=True)) == [2]


def test_the_third_evening_of_one_order_meets_the_only_time_of_another():
    aino = experts.aino()
    lecture = orders.offer_accepted(
        aino, orders.order_sent("lecture", times=[orders.in_days(21, 18, 20)], need="Luento.")
    )
    evenings = orders.offer_accepted(aino, sessions.evenings_sent(3))
    kaisa = people.actor(people.kaisa())

    def confirming(made):
        time = orders.main_times(made.booking_request)[0]
        return lambda: bookings.confirm(BookingRequest.objects.get(pk=made.booking_request_id), time, [made], kaisa)

    done, refusals = tally(at_once(confirming(lecture), confirming(evenings)))

    assert (done, refusals, overlaps()) == (1, {"busy"}, 0)
    assert Session.objects.count() == BusyTime.objects.count()
