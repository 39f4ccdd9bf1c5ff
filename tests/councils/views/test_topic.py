"""The bank on the screen: in a few queries however long it is, and who proposed what is the leaders' to see."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.people.models import Person
from coordination.records.models import AccessEntry
from councils.models import Topic
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def signed_in(person: Person) -> Client:
    return people.sign_in(Client(), person)


def proposed(number: int) -> None:
    for index in range(number):
        councils.topic(f"Aihe {index}", proposed_by=councils.irja().person).votes.create(membership=councils.matti())


@pytest.mark.parametrize("count", [1, 3])
def test_the_members_bank_in_few_queries(django_assert_num_queries, count):
    proposed(count)
    client = signed_in(councils.matti().person)
    client.get(reverse("councils:topics"))

    with django_assert_num_queries(17):
        client.get(reverse("councils:topics"))


@pytest.mark.parametrize("count", [1, 3])
def test_the_leaders_bank_in_few_queries(django_assert_num_queries, count):
    proposed(count)
    client = signed_in(councils.elina())
    client.get(reverse("council_topic:index", args=[councils.council().pk]))

    with django_assert_num_queries(19):
        client.get(reverse("council_topic:index", args=[councils.council().pk]))


def test_only_the_leaders_see_who_proposed_and_it_is_logged():
    proposed(1)
    irja = councils.irja().person

    own = signed_in(councils.matti().person).get(reverse("councils:topics")).content.decode()
    led = signed_in(councils.elina()).get(reverse("council_topic:index", args=[councils.council().pk])).content.decode()

    assert (irja.last_name in own, irja.last_name in led) == (False, True)
    assert AccessEntry.objects.get().subjects == [f"people.person:{irja.pk}"]


def test_a_topic_of_another_council_is_not_supported():
    other = councils.topic(board=councils.council("Toinen raati"))

    answer = signed_in(councils.matti().person).post(
        reverse("councils:topic_support", args=[other.pk]), {"act": "give"}
    )

    assert (answer.status_code, other.votes.count()) == (404, 0)


def test_a_leader_writes_down_what_a_member_says():
    board = councils.staffed()
    data = {"way": "phone", "member": councils.irja().person_id, "title": "Bussit"}

    signed_in(councils.elina()).post(reverse("council_topic:new", args=[board.pk]), data)

    assert Topic.objects.get().proposed_by == councils.irja().person
