"""Two main users at once: the agenda keeps one order, without a gap or a pair."""

from __future__ import annotations

import pytest

from councils.domain import agenda
from councils.models import AgendaItem, Meeting
from tests.concurrency.at_once import at_once
from tests.factories import councils, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]


def test_many_put_add_and_take_out_in_the_same_instant():
    made = councils.meeting()
    rows = [councils.item(made, f"Kohta {number}") for number in range(6)]
    elina, ville = people.actor(councils.elina()), people.actor(councils.ville())

    outcomes = at_once(
        lambda: agenda.put(AgendaItem.objects.get(pk=rows[5].pk), elina, 0),
        lambda: agenda.put(AgendaItem.objects.get(pk=rows[0].pk), ville, 5),
        lambda: agenda.put(AgendaItem.objects.get(pk=rows[3].pk), elina, 1),
        lambda: agenda.add(Meeting.objects.get(pk=made.pk), ville, title="Uusi"),
        lambda: agenda.remove(AgendaItem.objects.get(pk=rows[1].pk), elina),
        lambda: agenda.move(AgendaItem.objects.get(pk=rows[2].pk), ville, None),
    )

    assert outcomes == ["done"] * 6
    assert list(made.items.values_list("position", flat=True)) == list(range(5))
