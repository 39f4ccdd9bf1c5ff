from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import ModelLogEntry

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from experts.domain import booking_request
from experts.domain import booking_request_content as content
from experts.models import BookingRequest
from tests.factories import experts, orders, people

pytestmark = pytest.mark.django_db

MISSING = [
    ("permission", {"permission": "not_asked"}),
    ("goal", {"goal": ""}),
    ("professional", {"professional": ""}),
    ("permission_on", {"permission_on": clock.today() + timedelta(days=2)}),
    ("times", {"times": []}),
    ("past", {"times": [orders.in_days(-1)]}),
    ("place", {"place": ""}),
    ("online_url", {"mode": "remote"}),
    ("languages", {"languages": []}),
    ("price", {"price_class": None}),
    ("amount_reason", {"price_class": None, "offered_amount": Decimal(50)}),
    ("amount_reason", {"price_class": None, "offered_amount": Decimal(0)}),
    ("payer", {"payer": None}),
]


def test_a_sent_order_waits_in_the_queue_and_both_are_told():
    order = orders.order_draft()

    booking_request.send(order, people.actor(order.orderer))

    kaisa = people.kaisa()
    assert (order.status, order.client_meeting, order.coordinator, order.sent_at is not None) == (
        "sent",
        True,
        kaisa,
        True,
    )
    told = Message.objects.order_by("kind").values_list("kind", "person")
    assert list(told) == [
        ("experts.booking_request.received", order.orderer.pk),
        ("experts.booking_request.waiting", kaisa.pk),
    ]


def test_no_message_tells_what_was_written():
    order = orders.order_draft(need="Velat painavat.", greeting="Soita ensin.", topic="Ulosotto")

    booking_request.send(order, people.actor(order.orderer))

    texts = " ".join(Message.objects.values_list("body", flat=True)) + " ".join(
        Message.objects.values_list("subject", flat=True)
    )
    assert [word for word in (orders.GOAL, "Velat", "Soita ensin", "Ulosotto") if word in texts] == []


def test_the_move_is_in_the_log_without_words():
    order = orders.order_sent()

    entry = ModelLogEntry.objects.filter(action="kuuluviin.moved").get()
    assert (entry.object_id, entry.data["from"], entry.data["to"]) == (str(order.pk), "draft", "sent")


@pytest.mark.parametrize(("code", "fields"), MISSING)
def test_what_is_missing_stops_the_sending(code, fields):
    order = orders.order_draft(**fields)

    with pytest.raises(Refused) as refused:
        booking_request.send(order, people.actor(order.orderer))

    order.refresh_from_db()
    assert (refused.value.code, order.status, Message.objects.count()) == (code, "draft", 0)


def test_a_lecture_asks_no_permission():
    order = orders.order_sent("lecture", need="Luento velkaantumisesta", goal="")

    assert (order.status, order.client_meeting) == ("sent", False)


def test_need_or_goal_must_tell_what_for():
    order = orders.order_draft("lecture", goal="")

    with pytest.raises(Refused) as refused:
        booking_request.send(order, people.actor(order.orderer))

    assert refused.value.code == "need"


def test_an_agreement_that_has_ended_stops_the_sending():
    order = orders.order_draft()
    agreement = people.agreement_for(order.unit)
    agreement.valid_until = clock.today() - timedelta(days=1)
    agreement.save()

    with pytest.raises(Refused) as refused:
        booking_request.send(order, people.actor(order.orderer))

    assert refused.value.code == "no_agreement"


def test_a_role_that_has_ended_stops_the_sending():
    order = orders.order_draft()
    order.orderer.roles.update(ends_on=clock.today() - timedelta(days=1))

    with pytest.raises(Refused) as refused:
        booking_request.send(order, people.actor(order.orderer))

    assert refused.value.code == "not_employee"


def test_the_second_press_is_refused():
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        booking_request.send(order, people.actor(order.orderer))

    assert (refused.value.code, Message.objects.count()) == ("sent", 2)


@pytest.mark.parametrize(
    ("amount", "warns"), [("29.99", True), ("30.00", False), ("100.00", False), ("100.01", True), ("0.00", True)]
)
def test_an_unusual_fee_warns_and_never_blocks(amount, warns):
    order = orders.order_draft(price_class=None, offered_amount=Decimal(amount), amount_reason="Lyhyt käynti")

    booking_request.send(order, people.actor(order.orderer))

    assert (bool(content.fee_warning(order)), order.status) == (warns, "sent")


@pytest.mark.parametrize("gap", [{"permission": "not_asked"}, {"goal": ""}, {"professional": ""}])
def test_the_database_keeps_a_client_meeting_whole(gap):
    order = orders.order_sent()

    with pytest.raises(IntegrityError), transaction.atomic():
        BookingRequest.objects.filter(pk=order.pk).update(**gap)


def test_a_unit_that_coordinates_itself_gets_one_message():
    sari = people.sari()
    people.agreement_for(sari.unit, coordinator=sari)

    orders.order_sent()

    assert list(Message.objects.values_list("kind", flat=True)) == ["experts.booking_request.received"]


def test_nobody_found_is_told_to_the_orderer():
    order = orders.order_sent()

    booking_request.mark_unmatched(order, people.actor(people.kaisa()))

    assert (
        order.status,
        Message.objects.filter(kind="experts.booking_request.unmatched", person=order.orderer).count(),
    ) == ("unmatched", 1)


@pytest.mark.parametrize("who", [people.sari, people.olli, people.stranger_coordinator])
def test_only_the_coordinator_says_that_nobody_is_found(who):
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        booking_request.mark_unmatched(order, people.actor(who()))

    assert refused.value.code == "stranger"


def test_a_copy_asks_the_permission_and_the_times_anew():
    order = orders.order_sent(wishes=[experts.expert_active()])

    again = booking_request.copy(order, people.actor(order.orderer))

    kept = (
        again.status,
        again.goal,
        again.place,
        again.permission,
        again.permission_on,
        again.times.count(),
        again.wishes.count(),
    )
    assert kept == ("draft", orders.GOAL, order.place, "not_asked", None, 0, 1)


def test_a_follow_up_waits_for_the_meeting():
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        booking_request.follow_up(order, people.actor(order.orderer))

    assert refused.value.code == "not_held"


def test_each_side_is_led_to_the_own_page_of_the_order():
    order = orders.order_sent()

    addresses = {row.person: row.body for row in Message.objects.all()}
    paths = (f"/oma/tilaukset/{order.number}/", f"/hallinta/tilaukset/{order.pk}/")
    assert [path in addresses[who] for who, path in zip((order.orderer, people.kaisa()), paths, strict=True)] == [
        True,
        True,
    ]


def test_names_stand_in_messages_as_they_are_written():
    order = orders.order_sent(place="Pulu & Pöllö, ”2. kerros”")

    assert [order.place in body for body in Message.objects.values_list("body", flat=True)] == [True, True]
