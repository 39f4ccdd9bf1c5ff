"""The folder and a CV in it, as a client worker sees them."""

import pytest

from coordination.records.models import AccessEntry
from tests.factories import experts, people

pytestmark = pytest.mark.django_db
FOLDER = "/fi/oma/kansio/"


@pytest.fixture
def sari(client):
    return people.sign_in(client, people.sari())


def test_a_hit_list_is_logged_with_its_subjects(sari):
    aino = experts.aino()

    sari.get(FOLDER)

    entry = AccessEntry.objects.get()
    assert (entry.action, entry.role, entry.about, entry.subjects) == (
        "search",
        "staff",
        "experts.folder",
        [aino.staff_key],
    )


def test_opening_a_cv_is_logged(sari):
    aino = experts.aino()

    sari.get(f"{FOLDER}{aino.staff_key}/")

    entry = AccessEntry.objects.get()
    assert (entry.action, entry.about) == ("view", f"experts.cv:{aino.staff_key}")


def test_a_card_shows_the_first_name_only(sari):
    aino = experts.aino()

    page = sari.get(FOLDER).content.decode()

    assert (aino.person.first_name in page, aino.person.last_name in page) == (True, False)


def test_an_order_starts_from_a_cv(sari):
    aino = experts.aino()

    page = sari.get(f"{FOLDER}{aino.staff_key}/").content.decode()

    assert f"/fi/oma/tilaukset/uusi/?toive={aino.staff_key}" in page


def test_the_folder_is_not_for_members(client):
    people.sign_in(client, people.matti())

    assert client.get(FOLDER).status_code == 403


def test_a_cv_outside_ones_folder_is_not_found(client):
    aino = experts.aino()
    people.sign_in(client, people.stranger_coordinator())

    assert client.get(f"{FOLDER}{aino.staff_key}/").status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_folder_asks_the_same_number_of_queries_however_many(sari, rows, django_assert_num_queries):
    for number in range(rows):
        experts.cv_approved(experts.expert_active(f"Nimi{number}"))
    sari.get(FOLDER)

    with django_assert_num_queries(14):
        sari.get(FOLDER)
