"""An agreement made before the insurer was asked waits for its coordinator (L-43)."""

import pytest
from django.urls import reverse

from coordination.portal.domain import todo
from tests.factories import people

pytestmark = pytest.mark.django_db


def waiting(person):
    addresses = [row.url for row in todo.office(people.user_for(person))]
    return [address for address in addresses if address.endswith("/sopimus/")]


def test_an_agreement_without_an_insurer_waits_for_the_coordinator_of_the_branch():
    unit = people.sari().unit
    people.agreement_for(unit)

    assert waiting(people.kaisa()) == [reverse("people_unit:agree", args=[unit.pk])]
    assert [waiting(person) for person in (people.stranger_coordinator(), people.sari())] == [[], []]


def test_nothing_waits_once_it_is_agreed():
    made = people.agreement_for(people.sari().unit)
    made.insurer = made.Insurer.ORDERER
    made.save()

    assert waiting(people.kaisa()) == []


@pytest.mark.parametrize("count", [1, 3])
def test_the_agreements_are_asked_for_at_once(count, django_assert_num_queries):
    for number in range(count):
        people.agreement_for(people.unit(f"Yksikkö {number}"))
    user = people.user_for(people.kaisa())
    user.branches("coordinator")

    with django_assert_num_queries(1):
        found = list(todo._uninsured(user))

    assert len(found) == count
