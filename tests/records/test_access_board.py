"""The access log: for the main user of the branch, read only, never one's own reads (L-17)."""

import ast
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.urls import NoReverseMatch, reverse

from coordination.people.models import User
from coordination.records.backoffice.access import PLACES
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from tests.factories import people
from tests.house.sources import rooms

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


def test_everything_that_is_recorded_has_a_name():
    nameless = {place for place in recorded() if place not in PLACES and not names_itself(place)}

    assert nameless == set()


def recorded() -> Iterator[str]:
    """What the code says it looks at, as far as it is written out where it is recorded."""
    for path in rooms():
        source = path.read_text()
        for node in ast.walk(ast.parse(source)) if "access.record(" in source else ():
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "access.record" and len(node.args) > 2:
                about = node.args[2].values[0] if isinstance(node.args[2], ast.JoinedStr) else node.args[2]
                if isinstance(about, ast.Constant):
                    yield about.value.partition(":")[0]


def names_itself(label: str) -> bool:
    try:
        return "verbose_name" in apps.get_model(label)._meta.original_attrs
    except LookupError:
        return False
