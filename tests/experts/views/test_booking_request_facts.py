"""What the page of an order tells of money, of who takes part and of the client's permission."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils.translation import override

from coordination.foundation import formats
from experts.domain import cancellation, permission
from experts.views import booking_request_facts
from tests.factories import orders, people, sessions

pytestmark = pytest.mark.django_db


def told(order) -> dict[str, object]:
    with override("en"):
        return {str(name): value for group in booking_request_facts.facts(order) for name, value in group["facts"]}


def test_several_experts_and_times_are_told_with_what_they_cost_altogether():
    order = sessions.evenings_sent(3, seats=2)

    words = told(order)["Fees altogether"]

    with override("en"):
        assert words == f"{formats.euros(6 * order.price_class.amount)} (experts 2, times 3), and travel"


def test_one_meeting_with_one_expert_tells_its_fee_once():
    assert told(orders.order_sent())["Fees altogether"] == ""


def test_a_permission_taken_back_is_told_instead_of_the_one_given():
    order = orders.booking_confirmed().booking_request
    permission.withdraw(order, people.actor(order.orderer))
    order.refresh_from_db()

    assert told(order)["Client's permission"].startswith("Taken back ")


def test_a_group_of_which_nothing_is_known_is_kept_for_a_draft_alone():
    words = {"goal": "", "debrief_minutes": 0, "audience": ""}

    draft = booking_request_facts.facts(orders.order_draft("lecture", need="Luento.", **words))
    sent = booking_request_facts.facts(orders.order_sent("lecture", need="Luento.", **words))

    assert ([row["step"] for row in draft].count("tavoite"), [row["step"] for row in sent].count("tavoite")) == (1, 0)


@pytest.mark.parametrize(("days", "paid"), [(9, ""), (2, "25.00 €")])
def test_a_cancelled_order_tells_what_is_paid_all_the_same(days, paid):
    meeting = date(2027, 3, 17)
    with orders.on_day(meeting - timedelta(days=30)):
        order = orders.booking_confirmed(times=[orders.in_days(30)]).booking_request

    with orders.on_day(meeting - timedelta(days=days)):
        cancellation.cancel(order, people.actor(order.orderer), code="time")

    order.refresh_from_db()
    assert told(order)["Paid all the same"].replace(formats.NBSP, " ") == paid
