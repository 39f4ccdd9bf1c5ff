"""One order from the coordinator's queue to the ledger, told through its verbs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from coordination.calendar.models import Guest
from coordination.fees.models import Fee
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from experts.domain import agreement, debrief
from experts.domain import booking as bookings
from experts.domain import offer as offers
from experts.models import Booking, BookingRequest, BusyTime, Offer
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


def test_an_offer_takes_the_order_from_the_queue():
    offer = orders.offer_open()

    assert offer.booking_request.status == BookingRequest.Status.OFFERED
    assert (offer.link.purpose, offer.link.person) == ("offer", offer.expert.person)


def test_confirming_takes_the_hours_with_the_debrief():
    booking = orders.booking_confirmed()

    busy = BusyTime.objects.get()
    assert (busy.starts_at, busy.ends_at) == (booking.starts_at, booking.ends_at + timedelta(minutes=15))
    session = booking.sessions.get()
    assert (booking.seat, booking.amount, session.amount, session.price_code) == (
        1,
        Decimal("50.00"),
        Decimal("50.00"),
        "A",
    )
    assert booking.booking_request.status == BookingRequest.Status.CONFIRMED


def test_preparation_counts_into_the_hours():
    booking = orders.booking_confirmed(preparation_minutes=45)

    busy = BusyTime.objects.get()
    assert busy.starts_at == booking.starts_at - timedelta(minutes=45)


def test_both_sides_are_told_with_an_invitation_of_their_own():
    booking = orders.booking_confirmed()

    told = Message.objects.filter(kind="experts.booking.confirmed").order_by("person_id")
    sides = sorted([people.sari().pk, booking.expert.person_id])
    assert [(row.person_id, row.attachments.get().content_type) for row in told] == [
        (pk, "text/calendar; method=REQUEST") for pk in sides
    ]
    assert sorted(Guest.objects.values_list("person", flat=True)) == sides


def test_the_invitation_holds_nothing_of_the_matter():
    orders.booking_confirmed()

    body = bytes(Message.objects.filter(kind="experts.booking.confirmed").first().attachments.get().body).decode()
    assert [word for word in ("laskut", "Talous", "Asiakastapaaminen") if word in body] == []


def test_the_reminder_waits_until_its_hours_before():
    booking = orders.booking_confirmed()

    reminders = Message.objects.filter(kind="experts.booking.reminder")
    assert {(booking.starts_at - row.not_before).total_seconds() / 3600 for row in reminders} == {48}


def test_held_makes_the_fee_owed():
    booking = orders.booking_held()

    fee = Fee.objects.get()
    assert booking.sessions.get().fee == fee
    assert (fee.payee, fee.payer, fee.amount, fee.status) == (
        booking.expert.person,
        people.sari().unit,
        Decimal("50.00"),
        "owed",
    )
    assert booking.booking_request.status == BookingRequest.Status.HELD


def test_costs_only_is_in_the_ledger_with_its_reason():
    offer = orders.offer_open()
    order = offer.booking_request
    offers.accept(offer, Actor.by_link(offer.expert.person), orders.main_times(order), "costs_only")
    booking = bookings.confirm(order, orders.main_times(order)[0], [offer], people.actor(people.kaisa()))[0]
    agreement.tick(booking, "orderer", people.actor(people.sari()), orders.TICKS)
    agreement.tick(booking, "expert", Actor.by_link(booking.expert.person), orders.TICKS)

    with orders.on_day(orders.day_after(booking)):
        bookings.mark_held(booking, people.actor(people.sari()))

    fee = Fee.objects.get()
    assert (fee.amount, fee.rate, fee.reason) == (Decimal("0.00"), Decimal("50.00"), booking.amount_reason)
    assert fee.reason != ""


def test_both_debriefs_close_the_order():
    booking = orders.booking_held()

    with orders.on_day(orders.day_after(booking)):
        debrief.record(booking, "expert", Actor.by_link(booking.expert.person), talked=True, feeling="good")
        debrief.record(booking, "orderer", people.actor(people.sari()), talked=True, feeling="good", next="meeting")

    assert BookingRequest.objects.get().status == BookingRequest.Status.CLOSED


def test_a_booking_leaves_its_offer_accepted():
    booking = orders.booking_confirmed()

    assert Offer.objects.get().status == Offer.Status.ACCEPTED
    assert Booking.objects.standing().get() == booking
