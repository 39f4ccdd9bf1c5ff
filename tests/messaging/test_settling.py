"""Changes that settle: several within a short while become one message."""

from datetime import timedelta

import pytest

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.messaging.domain.change import Change, joined
from coordination.messaging.models import Message
from coordination.records.models import Rule
from tests.factories import orders, people

pytestmark = pytest.mark.django_db
KIND = "experts.booking_request.changed"


def change(order, version, *changes, **more):
    context = {"order": order, "to_orderer": True, "coordinator": None, "address": "https://kuuluviin.example/"}
    return outbox.queue(KIND, to=people.sari(), context=context, about=order, version=version, changes=changes, **more)


def place(was, now):
    return Change("place", "Paikka", was, now)


def test_two_changes_become_one_message_that_tells_both():
    order = orders.order_sent()
    change(order, 2, place("A-talo", "B-talo"))

    last = change(order, 3, Change("cost_centre", "Kustannuspaikka", "1", "2"))

    assert list(Message.objects.filter(kind=KIND).order_by("pk").values_list("status", flat=True)) == [
        "superseded",
        "queued",
    ]
    assert [row["what"] for row in last.changes] == ["place", "cost_centre"]
    assert ("A-talo" in last.body, "B-talo" in last.body, "Kustannuspaikka" in last.body) == (True, True, True)


def test_what_has_left_is_not_told_again():
    order = orders.order_sent()
    Message.objects.filter(pk=change(order, 2, place("A", "B")).pk).update(status="sent")

    assert [row["was"] for row in change(order, 3, place("B", "C")).changes] == ["B"]


def test_what_came_back_has_not_changed():
    assert (
        joined(
            [{"what": "place", "label": "Paikka", "was": "A", "now": "B"}],
            [{"what": "place", "label": "Paikka", "was": "B", "now": "A"}],
        )
        == []
    )


@pytest.mark.parametrize(("minutes", "waits"), [(None, 10), (0, 0), (45, 45)])
def test_it_waits_by_the_branchs_rule(minutes, waits):
    order = orders.order_sent()
    if minutes is not None:
        unit = people.organisation()
        Rule.objects.create(unit=unit, key="message.settle_minutes", value=minutes, valid_from=people.LONG_AGO)
    before = clock.now()

    message = change(order, 2, place("A", "B"))

    assert timedelta(minutes=waits) <= message.not_before - before < timedelta(minutes=waits, seconds=20)


def test_what_is_urgent_leaves_at_once():
    assert change(orders.order_sent(), 2, place("A", "B"), urgent=True).not_before is None
