from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils.translation import override

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from experts.domain import amendment
from experts.forms.booking_request_change import ChangeForm
from tests.factories import orders, people

pytestmark = pytest.mark.django_db

PROMISED = {
    "times": [orders.in_days(20)],
    "place": "Muualla",
    "goal": "Toinen tavoite",
    "price_class": None,
    "seats": 2,
    "mode": "either",
    "task_type": None,
}


def changed_messages() -> list[str]:
    rows = Message.objects.filter(kind__endswith=".changed").order_by("kind", "person__first_name")
    return [f"{row.kind.removeprefix('experts.')} {row.person.first_name}" for row in rows.select_related("person")]


def test_before_offers_the_orderer_changes_the_content():
    order = orders.order_sent()

    amendment.change(order, people.actor(order.orderer), times=[orders.in_days(11)], goal="Uusi tavoite")

    assert (order.goal, order.times.count(), order.version) == ("Uusi tavoite", 1, 1)
    assert changed_messages() == ["booking_request.changed Kaisa"]


def test_the_coordinators_change_is_told_to_the_orderer():
    order = orders.order_sent()

    amendment.change(order, people.actor(people.kaisa()), directions="Soita ovikelloa.")

    assert changed_messages() == ["booking_request.changed Sari"]


def test_no_change_tells_nobody():
    order = orders.order_sent()

    amendment.change(order, people.actor(order.orderer), goal=order.goal)

    assert (order.version, changed_messages()) == (0, [])


@pytest.mark.parametrize("field", PROMISED)
@pytest.mark.parametrize(
    "state", [lambda: orders.offer_open().booking_request, lambda: orders.booking_confirmed().booking_request]
)
def test_after_offers_what_was_promised_stays(field, state):
    order = state()

    with pytest.raises(Refused) as refused:
        amendment.change(order, people.actor(order.orderer), **{field: PROMISED[field]})

    assert (refused.value.code, refused.value.field) == ("promised", field)


def test_task_and_unit_never_change():
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        amendment.change(order, people.actor(order.orderer), unit=order.unit)

    assert refused.value.code == "other_order"


def test_the_way_to_the_place_is_told_to_those_booked():
    booking = orders.booking_confirmed(mode="either", online_url="https://example.org/a")
    entry = booking.sessions.get().entry
    order, before = booking.booking_request, entry.sequence

    amendment.change(
        order, people.actor(order.orderer), directions="Ovi B, 2. kerros", online_url="https://example.org/b"
    )

    entry.refresh_from_db()
    assert (order.version, entry.sequence) == (1, before + 1)
    assert changed_messages() == ["booking.changed Aino", "booking.changed Sari", "booking_request.changed Kaisa"]


SAFETY = "Työparina, ovi jää auki."


@pytest.mark.parametrize("who", [lambda order: order.orderer, lambda order: people.kaisa()])
def test_arrangements_and_safety_change_after_the_yes_and_the_message_tells_no_matter(who):
    order = orders.booking_confirmed().booking_request

    amendment.change(
        order, people.actor(who(order)), arrangements=["sign", "lift"], interpreter="arabia", safety_note=SAFETY
    )

    message = Message.objects.get(kind="experts.booking.changed", person__first_name="Aino")
    assert (order.arrangements, order.interpreter, order.safety_note) == (["sign", "lift"], "arabia", SAFETY)
    assert [word for word in ("arabia", "Työparina") if word in message.subject + message.body] == []
    assert [change["what"] for change in message.changes] == ["care"]


@pytest.mark.parametrize("state", [orders.offer_open, orders.offer_accepted])
def test_who_has_been_asked_hears_that_the_safety_has_changed(state):
    order = state().booking_request

    amendment.change(order, people.actor(order.orderer), safety_note=SAFETY)

    message = Message.objects.get(kind="experts.offer.changed")
    assert message.person.first_name == "Aino"
    assert "Työparina" not in message.subject + message.body


def test_the_way_to_the_place_is_no_news_to_who_has_been_asked():
    order = orders.offer_open().booking_request

    amendment.change(order, people.actor(order.orderer), directions="Ovi B")

    assert not Message.objects.filter(kind="experts.offer.changed").exists()


@pytest.mark.parametrize("field", ["interpreter", "safety_note"])
def test_an_identity_code_reaches_no_arrangement(field):
    order = orders.booking_confirmed().booking_request

    with pytest.raises(Refused) as refused:
        amendment.change(order, people.actor(order.orderer), **{field: "Kysy 010180-900X"})

    assert (refused.value.code, refused.value.field) == ("identity_code", field)


def test_the_change_form_asks_of_the_arrangements_after_the_yes():
    order = orders.booking_confirmed().booking_request

    form = ChangeForm(order=order, actor=people.actor(order.orderer), wished=[])

    assert {"arrangements", "interpreter", "safety_note"} <= set(form.fields)
    assert "place" not in form.fields


def test_the_change_form_stands_in_the_parts_of_the_order_with_what_few_need_folded():
    order = orders.order_sent("lecture", need="Luento.")

    form = ChangeForm(order=order, actor=people.actor(order.orderer), wished=[])

    with override("en"):
        found = [
            (str(part["name"]), [(str(fold["name"]), fold["is_open"]) for fold in part["folds"]])
            for part in form.parts()
        ]
    assert found == [
        ("Task", []),
        ("Goal and participants", []),
        (
            "Time and place",
            [("More possible times", False), ("Rehearsal, preparatory talk or further meetings", False)],
        ),
        ("Fee and payer", []),
    ]


def test_billing_is_no_matter_of_the_expert():
    order = orders.booking_confirmed().booking_request

    amendment.change(order, people.actor(order.orderer), cost_centre="4410")

    assert changed_messages() == ["booking_request.changed Kaisa"]


@pytest.mark.parametrize(
    ("gap", "code"),
    [
        ({"goal": ""}, "goal"),
        ({"permission": "not_asked"}, "permission"),
        ({"times": []}, "times"),
        ({"times": [orders.in_days(-1)]}, "past"),
    ],
)
def test_a_change_leaves_no_gap(gap, code):
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        amendment.change(order, people.actor(order.orderer), **gap)

    order.refresh_from_db()
    assert (refused.value.code, order.goal, order.times.count()) == (code, orders.GOAL, 2)


def test_times_that_have_passed_do_not_stop_other_changes():
    order = orders.order_sent()

    with orders.on_day(clock.today() + timedelta(days=30)):
        amendment.change(order, people.actor(order.orderer), greeting="Sopiiko kevät?")

    assert order.greeting == "Sopiiko kevät?"


def test_an_identity_code_reaches_no_change():
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        amendment.change(order, people.actor(order.orderer), directions="Kysy 010180-900X")

    order.refresh_from_db()
    assert (refused.value.code, order.directions, order.version) == ("identity_code", "", 0)


@pytest.mark.parametrize("who", [people.olli, people.matti, people.stranger_coordinator])
def test_a_stranger_changes_nothing(who):
    order = orders.order_sent()

    with pytest.raises(Refused) as refused:
        amendment.change(order, people.actor(who()), greeting="Hei")

    assert refused.value.code == "not_changeable"
