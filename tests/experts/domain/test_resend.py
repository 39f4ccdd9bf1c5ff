"""Sending an order's messages again: to all, or to those the last change concerned; one press once."""

import pytest

from coordination.foundation.refused import Refused
from coordination.messaging.domain import resend as press
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.domain import amendment, resend
from tests.factories import orders, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def booking():
    made = orders.booking_confirmed()
    Message.objects.update(status="sent")
    return made


def again(order, to=resend.ALL, key=None):
    return resend.send(order, to, key or press.press(), people.actor(people.kaisa()))


def test_everybody_is_named_once_with_their_newest_message_that_still_holds(booking):
    order = booking.booking_request

    told = [(each.message.person, each.message.kind) for each in resend.readers(order)]

    assert sorted(told, key=lambda row: row[0].pk) == sorted(
        [
            (booking.expert.person, "experts.booking.confirmed"),
            (order.orderer, "experts.booking.confirmed"),
        ],
        key=lambda row: row[0].pk,
    )


def test_the_text_is_written_anew_and_the_channel_is_the_present_one(booking):
    expert = booking.expert.person
    Person.objects.filter(pk=expert.pk).update(channel="post")
    type(booking.booking_request).objects.filter(pk=booking.booking_request_id).update(directions="Soita ovikelloa.")

    made = next(row for row in again(booking.booking_request) if row.person == expert)

    assert ("Soita ovikelloa." in made.body, made.channel, made.status) == (True, "post", "by_hand")


def test_one_press_sends_once(booking):
    key = press.press()

    first, second = (again(booking.booking_request, key=key) for __ in range(2))

    assert {row.pk for row in first} == {row.pk for row in second}
    assert Message.objects.filter(again=key).count() == 2


def test_only_those_the_last_change_concerned(booking):
    order = booking.booking_request
    amendment.change(order, people.actor(order.orderer), cost_centre="4711")
    Message.objects.filter(status="queued").update(status="sent")

    assert [row.person for row in again(order, resend.CONCERNED)] == [order.coordinator]


def test_sending_again_does_not_swallow_the_next_change(booking):
    order = booking.booking_request
    again(order)

    amendment.change(order, people.actor(people.kaisa()), directions="Takaovesta.")

    assert Message.objects.filter(kind="experts.booking.changed", again="").count() == 2


def test_a_stranger_sends_nothing(booking):
    with pytest.raises(Refused) as refusal:
        resend.send(booking.booking_request, resend.ALL, press.press(), people.actor(people.sari()))

    assert refusal.value.code == "stranger"


def test_what_changed_is_told_with_what_it_was(booking):
    order = booking.booking_request
    type(order).objects.filter(pk=order.pk).update(directions="Etuovesta.")

    amendment.change(order, people.actor(people.kaisa()), directions="Takaovesta.", reference="77")

    changes = {
        row.kind: [(each["what"], each["was"]) for each in row.changes] for row in Message.objects.exclude(changes=[])
    }
    assert changes == {"experts.booking.changed": [("directions", "Etuovesta.")]}
