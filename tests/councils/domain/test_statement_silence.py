"""When no answer comes: reminders, a call, silence, by the days of the rules (CC-04)."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from django.urls import reverse

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from councils.domain import statement as verbs
from councils.domain import statement_silence
from councils.domain.todo import for_leader
from councils.models import Forwarding
from tests.factories import councils, orders, people

pytestmark = pytest.mark.django_db


@pytest.fixture
def way() -> Forwarding:
    """Taken to the management today, an answer promised in 60 days."""
    councils.staffed(), people.kaisa()
    elina = people.actor(councils.elina())
    recipient = people.person("Jorma", "Johtaja", email="jorma@example.org")
    return verbs.forward(
        councils.statement(), elina, to="management", recipient=recipient, recipient_title="Palvelujohtaja"
    )


def follow_on(day: date, times: int = 1) -> Forwarding:
    with orders.on_day(day):
        for __ in range(times):
            statement_silence.follow()
    return Forwarding.objects.get()


def told() -> Counter:
    kinds = Message.objects.filter(kind__in=["councils.statement.reminder", "councils.statement.call"])
    return Counter(kinds.values_list("kind", flat=True))


def test_each_thing_is_done_on_its_day_and_once(way):
    promised = way.promised_on
    seen = {}
    for days in (-8, -7, -3, 2, 3, 5, 6, 13, 14, 20):
        row = follow_on(promised + timedelta(days=days), times=2)
        seen[days] = (row.reminders, row.call_asked_on is not None, row.status)

    assert seen == {
        -8: (0, False, "sent"),
        -7: (1, False, "sent"),
        -3: (1, False, "sent"),
        2: (1, False, "sent"),
        3: (2, False, "sent"),
        5: (2, False, "sent"),
        6: (2, True, "sent"),
        13: (2, True, "sent"),
        14: (2, True, "silent"),
        20: (2, True, "silent"),
    }
    assert told() == {"councils.statement.reminder": 2, "councils.statement.call": 1}


def test_a_worker_that_slept_for_months_tells_of_silence_and_asks_for_a_call(way):
    row = follow_on(way.promised_on + timedelta(days=40))

    assert (row.status, row.reminders, told()) == ("silent", 0, {"councils.statement.call": 1})
    assert Message.objects.get(kind="councils.statement.call").person == people.kaisa()


def test_the_members_hear_of_silence_with_its_days_and_it_shows(way):
    day = way.promised_on + timedelta(days=14)

    row = follow_on(day)

    last = Message.objects.filter(kind="councils.statement.moved", person__first_name="Matti").latest("pk")
    with orders.on_day(day):
        assert (row.days, row.statement.stands, row.statement.hearing) == (74, "silent", 1)
    assert "74" in last.body


def test_nobody_is_reminded_after_answering(way):
    verbs.answer(way, people.actor(councils.elina()), "Kyllä.", via="phone")

    follow_on(way.promised_on + timedelta(days=5))

    assert told() == {}


def test_the_call_waits_for_the_coordinator_until_it_is_told(way):
    kaisa = people.actor(people.kaisa())
    day = way.promised_on + timedelta(days=6)
    row = follow_on(day)
    before = [todo.url for todo in for_leader(kaisa.user)]

    with orders.on_day(day):
        statement_silence.called(row, kaisa, "Lupasi vastata perjantaina.")

    after = [todo.url for todo in for_leader(kaisa.user)]
    row.refresh_from_db()
    assert (len(before), len(after), row.called_on, row.called_note) == (
        1,
        0,
        day,
        "Lupasi vastata perjantaina.",
    )


def test_a_call_after_the_answer_is_refused(way):
    kaisa = people.actor(people.kaisa())
    verbs.answer(way, kaisa, "Kyllä.", via="phone")

    with pytest.raises(Refused) as refused:
        statement_silence.called(way, kaisa, "Soitin.")

    assert refused.value.code == "moved"


def test_a_new_day_promised_on_the_phone_ends_the_silence_and_is_followed(way):
    silent_on = way.promised_on + timedelta(days=14)
    follow_on(silent_on)
    new_day = silent_on + timedelta(days=30)

    with orders.on_day(silent_on):
        statement_silence.called(
            Forwarding.objects.get(), people.actor(councils.elina()), "Tulee.", promised_on=new_day
        )
    seen = {days: follow_on(new_day + timedelta(days=days)) for days in (-8, -7, 6, 14)}

    assert [(row.status, row.reminders, row.call_asked_on is not None) for row in seen.values()] == [
        ("sent", 0, False),
        ("sent", 1, False),
        ("sent", 1, True),
        ("silent", 1, True),
    ]
    news = Message.objects.filter(kind="councils.statement.moved", person__first_name="Matti").order_by("pk")
    assert ["Palvelujohtaja" in mail.body and str(new_day.year) in mail.body for mail in news][-2] is True
    waits = [todo.url for todo in for_leader(councils.elina().user)]
    assert waits == [reverse("council_statement:called", args=[way.statement.council_id, way.statement_id, way.pk])]


def test_a_promised_day_lies_ahead(way):
    with pytest.raises(Refused) as refused:
        statement_silence.called(way, people.actor(councils.elina()), promised_on=clock.today() - timedelta(days=1))

    assert refused.value.field == "promised_on"
