"""CVs side by side: the same rows for all, the consent asked on every look, each look in the log."""

import pytest

from coordination.privacy.domain import consent
from coordination.records.models import AccessEntry
from experts.models import CVRevision
from tests.factories import experts, people

pytestmark = pytest.mark.django_db
COMPARE = "/fi/oma/kansio/vertaa/"
LOGGED = 1
"""What one entry of the access log costs."""


@pytest.fixture
def sari(client):
    return people.sign_in(client, people.sari())


def folder_of(count):
    return [experts.in_folder(f"Nimi{number}", "Näkymätön") for number in range(count)]


def address(rows, **more):
    return (
        COMPARE + "?" + "&".join([f"compare={row.staff_key}" for row in rows] + [f"{k}={v}" for k, v in more.items()])
    )


def test_every_look_is_a_look_at_each_cv(sari):
    rows = folder_of(3)

    sari.get(address(rows))

    logged = AccessEntry.objects.values_list("action", "about", "subjects")
    assert sorted(logged) == sorted(("view", f"experts.cv:{row.staff_key}", [row.staff_key]) for row in rows)


def test_the_columns_stand_in_the_order_of_the_choice(sari):
    rows = folder_of(3)

    heads = sari.get(address(reversed(rows))).context["cvs"]

    assert [head["shown"].name for head in heads] == ["Nimi2", "Nimi1", "Nimi0"]


def test_rows_that_differ_are_told_and_can_be_shown_alone(sari):
    rows = folder_of(2)
    CVRevision.objects.filter(cv__expert=rows[0]).update(motto="Aina voi yrittää.")

    page = sari.get(address(rows, vain="erot"))

    assert [each["row"].key for each in page.context["rows"]] == ["motto"]


def test_who_withdraws_is_gone_from_the_very_next_look(sari):
    rows = folder_of(3)
    consent.withdraw(rows[0].person, "cv_own", people.actor(rows[0].person))

    page = sari.get(address(rows))

    assert ([head["shown"].name for head in page.context["cvs"]], page.context["gone"]) == (["Nimi1", "Nimi2"], 1)


def test_a_fifth_is_refused_with_words_and_a_way_on(sari):
    page = sari.get(address(folder_of(5)))

    assert (page.templates[0].name, page.context["too_many"], AccessEntry.objects.count()) == (
        "experts/comparison/choose.html",
        True,
        0,
    )


def test_ticks_go_along_with_a_search(sari):
    row = folder_of(1)[0]

    page = sari.get(f"/fi/oma/kansio/?compare={row.staff_key}&q=olematonta")

    assert page.context["ticks"] == [{"name": "compare", "value": row.staff_key}]


@pytest.mark.parametrize("count", [2, 4])
def test_side_by_side_asks_the_same_number_of_queries_for_two_and_four(sari, count, django_assert_num_queries):
    rows = folder_of(count)
    sari.get(address(rows))

    with django_assert_num_queries(15 + LOGGED * count):
        sari.get(address(rows))
