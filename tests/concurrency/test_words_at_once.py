"""What two do in the same instant with links, messages and outcomes: it is done once."""

from __future__ import annotations

import pytest

from coordination.fees.models import Fee
from coordination.messaging.domain import digest
from coordination.messaging.domain import resend as press
from coordination.messaging.models import Message, NoticePace
from experts.domain import absence, conversation, outside_order, permission, resend
from experts.domain import booking as bookings
from experts.domain import session as sessions
from experts.models import Booking, BookingRequest, Conversation, OutsideOrder, Session
from tests.concurrency.at_once import at_once, tally
from tests.factories import orders, outside, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]
THREADS = 6


def test_a_link_of_the_public_form_makes_one_order():
    row = outside.order_unconfirmed()
    rows = [OutsideOrder.objects.select_related("person", "receiver", "link").get(pk=row.pk) for __ in range(THREADS)]

    done, refusals = tally(at_once(*[lambda each=each: outside_order.confirm(each) for each in rows]))

    assert (done, refusals, BookingRequest.objects.count()) == (1, {"confirmed"}, 1)


def test_held_absent_and_cancelled_in_the_same_instant_are_one_fact_and_one_fee():
    booking = orders.booking_agreed()
    sari, kaisa = people.actor(people.sari()), people.actor(people.kaisa())

    with orders.on_day(orders.day_after(booking)):
        outcomes = at_once(
            lambda: sessions.mark_held(Session.objects.get(), sari),
            lambda: absence.mark(Session.objects.get(), "client_absent", kaisa),
            lambda: bookings.cancel(Booking.objects.get(), kaisa, code="time"),
            lambda: permission.withdraw(BookingRequest.objects.get(), sari),
        )

    session = Session.objects.get()
    assert outcomes[:3].count("done") <= 1
    assert (Fee.objects.count(), session.fee == Fee.objects.get()) == (1, True)


def test_one_press_of_sending_again_sends_once():
    orders.booking_confirmed()
    Message.objects.update(status="sent")
    key, kaisa = press.press(), people.actor(people.kaisa())

    outcomes = at_once(
        *[lambda: resend.send(BookingRequest.objects.get(), "all", key, kaisa)] * THREADS,
    )

    assert outcomes == ["done"] * THREADS
    assert Message.objects.filter(again=key).count() == 2


def test_two_workers_gather_one_digest():
    asked = orders.offer_open()
    kaisa = people.kaisa()
    NoticePace.objects.create(person=kaisa, group="talk", pace="daily")
    conversation.write(asked.booking_request, Conversation.Audience.ORDERER, "Hei!", people.actor(people.sari()))

    outcomes = at_once(*[lambda: digest.gather(weekly=False)] * THREADS)

    told = Message.objects.filter(kind="messaging.digest", person=kaisa)
    assert (outcomes, told.count()) == (["done"] * THREADS, 1)
    assert Message.objects.get(kind="experts.conversation.new", person=kaisa).status == "joined"
