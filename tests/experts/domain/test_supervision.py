"""Supervision and joint meetings: everybody invited in one step, who has missed two is seen, nothing else is known."""

from __future__ import annotations

import pytest

from coordination.events.models import Event, Registration
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.models import Rule
from experts.domain import matching, supervision
from experts.domain.todo import support as todo
from tests.factories import experts, orders, people
from tests.factories import training as factory

pytestmark = pytest.mark.django_db
HOUSE = Actor.worker()


def two_times(*attended: bool) -> list:
    """Aila is at the times as told, newest last; Bea at every one."""
    aila, bea = experts.in_folder("Aila"), experts.in_folder("Bea")
    for number, there in enumerate(attended):
        factory.supervision_held((aila.person, there), (bea.person, True), ago=60 - 20 * number)
    return [aila, bea]


def test_all_active_experts_are_invited_with_one_message_and_pressed_again_only_the_new_ones():
    for name in ("Aila", "Bea"):
        experts.expert_active(name)
    experts.expert_in_training("Tero")
    experts.expert_on_leave()
    series = factory.supervision(3)

    assert supervision.invite_everyone(series, factory.kaisa()) == 2
    late = experts.expert_active("Cia")
    assert supervision.invite_everyone(series, factory.kaisa()) == 1

    assert Registration.objects.count() == 9
    assert Message.objects.filter(kind="events.series.invited").count() == 3
    assert Registration.objects.filter(person=late.person).count() == 3


@pytest.mark.parametrize(
    ("attended", "missed"),
    [((False, False), 2), ((True, False), 1), ((False, True), 0), ((False, False, True), 0), ((False, True, False), 1)],
)
def test_missed_in_a_row_is_counted_from_the_newest_back(attended, missed):
    aila, bea = two_times(*attended)

    found = supervision.missed([aila.person_id, bea.person_id])

    assert (found[aila.person_id].count, found[bea.person_id].count) == (missed, 0)


def test_one_who_has_missed_two_is_shown_to_the_coordinator_and_in_matching():
    aila, __ = two_times(False, False)
    order = orders.order_sent()
    aila.areas.set(order.areas.all())

    assert [expert for expert, __ in supervision.long_away(people.kaisa().user)] == [aila]
    assert len(todo.for_coordinator(people.kaisa().user)) == 1
    match = matching.match_for(order, aila)
    assert "support" in [reason.code for reason in match.cons]
    assert "support" not in [reason.code for reason in match.cons if reason.needs]


def test_an_organisation_may_wait_for_three():
    two_times(False, False)
    Rule.objects.create(key=supervision.RULE, value=3, unit=people.organisation(), valid_from="2020-01-01")

    assert supervision.long_away(people.kaisa().user) == []


@pytest.mark.parametrize("number", [1, 3])
def test_who_has_missed_costs_one_query(number, django_assert_num_queries):
    someone = [experts.expert_active(f"Nimi{n}").person for n in range(number)]
    factory.supervision_held(*[(person, False) for person in someone])

    with django_assert_num_queries(1):
        found = supervision.missed([person.pk for person in someone])

    assert [each.count for each in found.values()] == [1] * number


def test_only_a_coordinator_of_the_unit_invites_and_only_to_what_is_for_all():
    experts.expert_active("Aila")

    with pytest.raises(Refused) as stranger:
        supervision.invite_everyone(factory.supervision(), Actor.of(people.stranger_coordinator().user))
    with pytest.raises(Refused) as kind:
        supervision.invite_everyone(factory.supervision(kind=Event.Kind.TRAINING), factory.kaisa())

    assert (stranger.value.code, kind.value.code) == ("not_coordinator", "kind")
