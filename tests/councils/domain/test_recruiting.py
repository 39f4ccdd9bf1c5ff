"""A council's recruitment: begun by its leaders with what the council knows."""

import pytest

from coordination.foundation.refused import Refused
from coordination.recruitment.models import Campaign
from councils.domain import recruiting
from councils.models import Council
from tests.factories import councils, people

pytestmark = pytest.mark.django_db


def elina():
    return people.actor(councils.elina())


@pytest.mark.parametrize(("kind", "sought"), [("client_council", "council"), ("developer_group", "group")])
def test_a_leader_begins_one_and_types_nothing_again(kind, sought):
    board = councils.staffed()
    Council.objects.filter(pk=board.pk).update(kind=kind, seats=12)

    made = recruiting.begin(board, elina())

    named = {row.person for row in made.recruiters.all()}
    assert (made.kind, made.seats, named, made.contact) == (
        sought,
        10,
        {councils.elina(), councils.ville()},
        councils.elina(),
    )
    assert (made.meant_for, made.admission_url_name, made.admission_key) == (
        f"councils.council:{board.pk}",
        "council_admission:index",
        str(board.pk),
    )


def test_a_council_in_planning_moves_on_and_a_regular_one_stays():
    councils.staffed()
    new = councils.council("Uusi raati", status=Council.Status.PLANNING)

    recruiting.begin(new, people.actor(people.kaisa()))
    recruiting.begin(councils.council(), elina())

    assert [Council.objects.get(pk=row.pk).status for row in (new, councils.council())] == ["recruiting", "regular"]


@pytest.mark.parametrize("case", ["twice", "ended", "not_leader"])
def test_it_is_refused_for(case):
    board = councils.staffed()
    by = people.actor(councils.other_leader()) if case == "not_leader" else elina()
    if case == "twice":
        recruiting.begin(board, by)
    if case == "ended":
        Council.objects.filter(pk=board.pk).update(status=Council.Status.ENDED)

    with pytest.raises(Refused) as refusal:
        recruiting.begin(board, by)

    assert refusal.value.code == case


def test_after_one_is_closed_another_may_begin():
    board = councils.staffed()
    first = recruiting.begin(board, elina())
    Campaign.objects.update(status=Campaign.Status.CLOSED)

    second = recruiting.begin(board, elina())

    assert (recruiting.latest(board), first != second) == (second, True)


def test_the_page_of_the_council_has_a_button_that_begins_one(client):
    board = councils.staffed()
    people.sign_in(client, councils.elina())

    answer = client.post(f"/hallinta/raadit/{board.pk}/rekrytointi/")

    assert answer["Location"] == f"/hallinta/rekrytoinnit/{Campaign.objects.get().pk}/"
