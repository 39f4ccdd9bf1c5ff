"""Two who answer, cancel or tell in the same instant: one outcome, and never two fees."""

from __future__ import annotations

import pytest
from django.test import override_settings

from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import absence, cancellation, time_change
from experts.domain import booking as bookings
from experts.models import Booking, BookingRequest, BusyTime, Session, TimeChange
from tests.concurrency.at_once import at_once, tally
from tests.factories import orders, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
THREADS = 6


def test_a_yes_and_a_cancellation_in_the_same_instant():
    booking = orders.booking_confirmed()
    sari, aino = people.actor(people.sari()), Actor.by_link(booking.expert.person)
    change = time_change.propose(booking.time, *orders.in_days(8, 15, 16), sari)

    outcomes = at_once(
        lambda: time_change.answer(TimeChange.objects.get(pk=change.pk), aino, suits=True),
        lambda: cancellation.cancel(BookingRequest.objects.get(), sari, code="time"),
    )

    change.refresh_from_db()
    assert (outcomes, change.status) in ((["done", "done"], "agreed"), (["moved", "done"], "withdrawn"))
    assert (Booking.objects.get().status, BusyTime.objects.count()) == ("cancelled", 0)


def test_everybody_cancels_late_and_one_fee_is_owed():
    booking = orders.booking_confirmed()
    day = clock.local(booking.starts_at).date()
    sari, kaisa = people.actor(people.sari()), people.actor(people.kaisa())

    with override_settings(DEMO_TODAY=day):
        done, refusals = tally(
            at_once(
                *[lambda: cancellation.cancel(BookingRequest.objects.get(), sari, code="time")] * (THREADS // 2),
                *[lambda: bookings.cancel(Booking.objects.get(), kaisa, code="time")] * (THREADS // 2),
            )
        )

    assert (Booking.objects.get().status, Fee.objects.count()) == ("cancelled", 1)
    assert done >= 1
    assert refusals <= {"moved", "over"}


def test_who_did_not_come_is_told_once():
    session = orders.booking_agreed().sessions.get()
    sari = people.actor(people.sari())

    with orders.on_day(orders.day_after(session.booking)):
        who = ["client_absent", "orderer_absent"] * (THREADS // 2)
        done, refusals = tally(
            at_once(*[lambda who=who: absence.mark(Session.objects.get(), who, sari) for who in who])
        )

    assert (done, refusals, Fee.objects.count()) == (1, {"moved"}, 1)


def test_two_proposals_in_the_same_instant_leave_one_open():
    booking = orders.booking_confirmed()
    sari, aino = people.actor(people.sari()), Actor.by_link(booking.expert.person)

    done, refusals = tally(
        at_once(
            lambda: time_change.propose(Booking.objects.get().time, *orders.in_days(8, 15, 16), sari),
            lambda: time_change.propose(Booking.objects.get().time, *orders.in_days(9, 15, 16), aino),
        )
    )

    assert (done, refusals) == (2, set())
    assert sorted(TimeChange.objects.values_list("status", flat=True)) == ["open", "superseded"]
