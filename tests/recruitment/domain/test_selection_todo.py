"""What a selection leaves to do: the chosen to admit, places to offer or pass on; a seat of a council that became free."""

from __future__ import annotations

import pytest

from coordination.recruitment.domain import selection_todo
from councils.domain import membership
from councils.domain.todo import seats
from councils.models import CouncilCampaign
from experts.domain import recruiting
from tests.factories import councils, people, recruitment, selection

pytestmark = pytest.mark.django_db


def buttons(user) -> list[tuple[str, str]]:
    return [(todo.url, todo.tone) for todo in selection_todo.for_recruiter(user)]


def test_what_a_campaign_waits_for_is_told_in_two_queries(django_assert_num_queries):
    register = str(people.unit().pk)
    for name in ("Yksi", "Kaksi"):
        campaign = recruitment.campaign(name, seats=4, admission_url_name=recruiting.ADMISSION, admission_key=register)
        selection.interviewed("Aija", campaign=campaign, status="selected")
        selection.offered("Ritva", days=-1, campaign=campaign)
        selection.interviewed("Sulo", campaign=campaign, status="reserve", reserve_rank=2)
    user = people.kaisa().user
    assert user.has_role("coordinator")

    with django_assert_num_queries(2):
        found = buttons(user)

    reserve = f"/hallinta/rekrytoinnit/{campaign.pk}/valinta/varalla/"
    admit = f"/hallinta/asiantuntijat-hakijat/{register}/"
    assert found[:3] == [(admit, "act"), (reserve, "late"), (reserve, "act")]
    assert (len(found), buttons(people.olli().user)) == (6, [])


def test_a_seat_that_becomes_free_is_offered_from_the_reserve():
    board = councils.council(seats=1, status="regular")
    campaign = recruitment.campaign("Raati hakee", board.unit, kind="council", meant_for=f"councils.council:{board.pk}")
    CouncilCampaign.objects.create(council=board, campaign=campaign)
    selection.in_reserve("Ritva", campaign=campaign)
    matti, elina = councils.matti(), councils.elina()

    before = list(seats.for_leader(elina.user))
    membership.leave(matti, people.actor(elina), because="moved")

    assert (before, [todo.url for todo in seats.for_leader(elina.user)]) == (
        [],
        [f"/hallinta/rekrytoinnit/{campaign.pk}/valinta/varalla/"],
    )
