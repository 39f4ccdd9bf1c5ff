"""The access log: for the main user of the branch, read only, never one's own reads (L-17)."""

import pytest
from django.urls import NoReverseMatch, reverse

from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from tests.factories import people

pytestmark = pytest.mark.django_db

PAGE = "records_access:index"


def looked(person):
    return access.record(User.objects.get(pk=person.user_id), AccessEntry.Action.VIEW, "experts.cv:abc", ["abc"])


@pytest.mark.parametrize(
    ("who", "status"),
    [(people.admin, 200), (people.kaisa, 302), (people.finance, 302), (people.sari, 302), (people.olli, 302)],
)
def test_only_the_main_user_opens_it(client, who, status):
    assert people.sign_in(client, who()).get(reverse(PAGE)).status_code == status


def test_it_shows_the_branch_but_not_ones_own_reads(client):
    seen = looked(people.sari())
    looked(people.admin())
    looked(people.olli())

    response = people.sign_in(client, people.admin()).get(reverse(PAGE))

    assert list(response.context["object_list"]) == [seen]


def test_it_is_filtered_by_person_day_and_action(client):
    mine = looked(people.sari())
    looked(people.kaisa())
    people.sign_in(client, people.admin())

    by_person = client.get(reverse(PAGE), {"reader": people.sari().pk})
    by_action = client.get(reverse(PAGE), {"action": "export"})
    by_day = client.get(reverse(PAGE), {"at_from": "2999-01-01"})

    assert [list(page.context["object_list"]) for page in (by_person, by_action, by_day)] == [[mine], [], []]


@pytest.mark.parametrize("count", [1, 3])
def test_it_asks_the_same_number_of_questions_whatever_its_length(client, django_assert_num_queries, count):
    people.sign_in(client, people.admin()).get(reverse(PAGE))
    for __ in range(count):
        looked(people.sari())

    with django_assert_num_queries(12):
        client.get(reverse(PAGE))


@pytest.mark.parametrize("name", ["edit", "delete", "add"])
def test_nobody_changes_it(name):
    with pytest.raises(NoReverseMatch):
        reverse(f"records_access:{name}", args=[1])


def test_what_was_looked_at_is_told_in_words(client):
    looked(people.sari())

    page = people.sign_in(client, people.admin()).get(reverse(PAGE)).content.decode()

    assert ["CV: abc" in page, "experts.cv" in page] == [True, False]
