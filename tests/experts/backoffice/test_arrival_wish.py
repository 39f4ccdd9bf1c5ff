"""What a caller wishes: an expert by name, an interpreter, a lift. Behind headings that open when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.experts.backoffice.test_arrival_pages import posted
from tests.factories import experts, outside, people

if TYPE_CHECKING:
    from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.fixture
def kaisa(client: Client) -> Client:
    return people.sign_in(client, people.kaisa())


def folds(answer: object) -> list[tuple[list[str], bool]]:
    found = [fold for part in answer.context["form"].parts() for fold in part["folds"]]
    return [([bound.name for bound in fold["boxes"]], bool(fold["is_open"])) for fold in found]


def test_a_caller_wishes_for_experts_by_name_and_for_an_interpreter(kaisa: Client) -> None:
    order = outside.order_begun()
    aino, pekka = experts.aino(), experts.in_folder("Pekka", "Koekas")
    page = f"/hallinta/tilaukset/kesken/{order.pk}/"
    wishes = {"wish_1": pekka.staff_key, "wish_2": aino.staff_key, "wish_3": pekka.staff_key}

    before = kaisa.get(page)
    kaisa.post(page, {**posted(), **wishes, "interpreter": "arabia", "arrangements": ["sign"], "later": ""})

    order.refresh_from_db()
    ranked = list(order.wishes.order_by("rank").values_list("expert__person__first_name", flat=True))
    assert (ranked, order.interpreter, order.arrangements) == (["Pekka", "Aino"], "arabia", ["sign"])
    names = [["wish_1", "wish_2", "wish_3"], ["interpreter", "arrangements", "venue_access"]]
    assert folds(before) == [(boxes, False) for boxes in names]
    assert folds(kaisa.get(page)) == [(boxes, True) for boxes in names]


def test_only_those_whom_the_coordinator_sees_may_be_wished_for(kaisa: Client) -> None:
    order = outside.order_begun()
    aino = experts.aino()
    stranger = experts.in_folder("Vieras", unit=people.organisation("Naapurin hyvinvointialue"))
    page = f"/hallinta/tilaukset/kesken/{order.pk}/"

    offered = [key for key, name in kaisa.get(page).context["form"].fields["wish_1"].choices]
    answer = kaisa.post(page, {**posted(), "wish_1": stranger.staff_key, "send": ""})

    assert offered == ["", aino.staff_key]
    assert list(answer.context["form"].errors) == ["wish_1"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_same_however_many_may_be_wished_for(
    kaisa: Client, count: int, django_assert_num_queries: object
) -> None:
    order = outside.order_begun()
    for number in range(count):
        experts.in_folder(f"Veera{number}")
    page = f"/hallinta/tilaukset/kesken/{order.pk}/"
    kaisa.get(page)

    with django_assert_num_queries(QUERIES):
        kaisa.get(page)


QUERIES = 29
