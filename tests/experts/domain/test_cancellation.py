from __future__ import annotations

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from experts.domain import cancellation
from experts.models import BusyTime, Offer
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db
REASON = "Tilaisuus siirtyy kevääseen"


def waiting_messages() -> list[str]:
    rows = (
        Message.objects.filter(status=Message.Status.QUEUED)
        .order_by("kind", "person__first_name")
        .select_related("person")
    )
    return [f"{row.kind.removeprefix('experts.')} {row.person.first_name}" for row in rows]


def test_a_waiting_order_is_cancelled_and_told():
    order = orders.order_sent()

    cancellation.cancel(order, people.actor(order.orderer), REASON)

    assert (order.status, order.cancel_reason, order.cancelled_at is not None) == ("cancelled", REASON, True)
    assert waiting_messages() == ["booking_request.cancelled Kaisa", "booking_request.cancelled Sari"]


def test_an_offer_is_withdrawn_kindly():
    offer = orders.offer_open()
    order = offer.booking_request

    cancellation.cancel(order, people.actor(order.orderer), REASON)

    offer.refresh_from_db()
    assert (offer.status, order.status) == (Offer.Status.WITHDRAWN, "cancelled")
    assert waiting_messages() == [
        "booking_request.cancelled Kaisa",
        "booking_request.cancelled Sari",
        "offer.withdrawn Aino",
    ]


def test_a_booking_goes_from_the_calendars_and_frees_the_hours():
    booking = orders.booking_confirmed()
    order = booking.booking_request

    cancellation.cancel(order, people.actor(order.orderer), REASON)

    booking.refresh_from_db()
    assert (
        booking.status,
        order.status,
        BusyTime.objects.count(),
        booking.sessions.get().entry.cancelled_at is not None,
    ) == (
        "cancelled",
        "cancelled",
        0,
        True,
    )
    assert waiting_messages() == ["booking.cancelled Aino", "booking.cancelled Sari", "booking_request.cancelled Kaisa"]


def test_the_reason_stands_in_no_message():
    order = orders.booking_confirmed().booking_request

    cancellation.cancel(order, people.actor(order.orderer), REASON)

    assert Message.objects.filter(body__contains=REASON).count() == 0


def test_what_will_happen_is_told_before():
    booking = orders.booking_confirmed()

    outcome = cancellation.outcome(booking.booking_request)
    assert (outcome.offers, outcome.bookings, len(outcome.dues)) == (0, 1, 1)


def test_offers_beside_are_counted():
    order = orders.order_sent()
    orders.offer_open(order=order)
    orders.offer_open(experts.in_folder("Veera"), order)

    assert cancellation.outcome(order) == cancellation.Outcome(offers=2)


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_reason_is_needed(reason):
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        cancellation.cancel(order, people.actor(order.orderer), reason)

    assert (refused.value.code, refused.value.field) == ("reason", "reason")


def test_an_identity_code_is_no_reason():
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        cancellation.cancel(order, people.actor(order.orderer), "Asiakas 131052-308T perui")

    order.refresh_from_db()
    assert (refused.value.code, order.status, order.cancel_reason) == ("identity_code", "sent", "")
