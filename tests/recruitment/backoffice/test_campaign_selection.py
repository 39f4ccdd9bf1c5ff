"""The selection on screen: boxes, many at once, side by side, settling, the reserve; every reading is logged."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from coordination.records.models import AccessEntry
from coordination.recruitment.models import Applicant
from tests.factories import people, recruitment, selection

pytestmark = pytest.mark.django_db


def kaisa() -> Client:
    return people.sign_in(Client(), people.kaisa())


def address(name: str = "index", *more: object) -> str:
    return reverse(f"campaign_selection:{name}", args=[recruitment.campaign().pk, *more])


def boxes(**values: object) -> dict[str, object]:
    """A box for each row; what stood there was empty."""
    return {"act": "rivit", **values}


def choices() -> list[tuple[str, str]]:
    return list(Applicant.objects.order_by("pk").values_list("choice", "reason"))


def test_a_box_for_each_is_saved_and_anothers_choice_is_not_written_over():
    mine, others, no = (selection.interviewed(name) for name in ("Aija", "Ben", "Cia"))
    Applicant.objects.filter(pk=others.pk).update(choice="select")
    posted = {f"row-{mine.pk}": "select", f"row-{others.pk}": "", f"was-{others.pk}": ""}

    done = kaisa().post(address(), boxes(**posted, **{f"row-{no.pk}": "not_chosen:balance"}))

    assert (done.status_code, choices()) == (302, [("select", ""), ("select", ""), ("not_chosen", "balance")])


def test_a_refusal_stands_by_its_box_what_was_chosen_stays_and_nothing_is_saved():
    fine, reserve = selection.interviewed("Aija"), selection.interviewed("Ben")
    posted = {f"row-{fine.pk}": "select", f"row-{reserve.pk}": "reserve", "keep_until": "1.1.2020"}

    page = kaisa().post(address(), boxes(**posted))

    form = page.context["form"]
    assert (page.status_code, "keep_until" in form.errors, choices()) == (200, True, [("", ""), ("", "")])
    assert form[f"row-{fine.pk}"].value() == "select"


def test_many_get_the_same_choice_and_those_it_is_not_open_to_are_left_out():
    for name, facts in (("Aija", {}), ("Ben", {"is_employee": True}), ("Cia", {})):
        selection.interviewed(name, **facts)

    kaisa().post(address(), {"act": "kaikki", "many-to": "select"})

    assert choices() == [("select", ""), ("", ""), ("select", "")]


def test_two_to_four_are_compared_by_what_was_asked_of_everybody():
    rows = [selection.interviewed(name, motivation=f"Sana {name}") for name in ("Aija", "Ben")]
    client = kaisa()

    to = client.post(address(), {"act": "vertaa", "picked": [row.pk for row in rows]})
    shown = client.get(to.url)
    alone = client.post(address(), {"act": "vertaa", "picked": [rows[0].pk]})
    client.post(to.url, {f"row-{rows[1].pk}": "select"})

    assert [row.applicant for row, __, __ in shown.context["boxes"]] == rows
    assert (alone.url, choices()) == (address(), [("", ""), ("select", "")])


def test_the_settling_page_tells_what_to_look_at_and_settles():
    campaign = recruitment.campaign(seats=1)
    for name in ("Aija", "Ben"):
        selection.interviewed(name, choice="select")
    stuck = selection.interviewed("Cia", choice="select", is_employee=True)
    selection.in_reserve("Ritva")
    client = kaisa()

    page = client.get(address("settle"))
    client.post(address("settle"))

    assert (page.context["balance"].over, page.context["kept"]) == (2, 1)
    assert [row.applicant for row in page.context["stuck"]] == [stuck]
    assert sorted(campaign.applicants.values_list("status", flat=True)) == [
        "interviewed",
        "reserve",
        "selected",
        "selected",
    ]


def test_the_reserve_is_asked_in_order_and_an_answer_by_phone_is_noted():
    first, second = selection.in_reserve("Ritva", "Sulo")
    client = kaisa()

    client.post(address("press", second.pk, "ylos"))
    client.post(address("press", second.pk, "tarjoa"))
    client.post(address("answer", second.pk), {"answer": "yes", "via": "phone"})

    assert [Applicant.objects.get(pk=row.pk).status for row in (first, second)] == ["reserve", "selected"]
    assert client.get(address("reserve")).context["first"] == first


@pytest.mark.parametrize("name", ["index", "reserve", "settle"])
def test_a_page_costs_the_same_for_one_and_for_many_and_is_logged(name, django_assert_num_queries):
    client = kaisa()
    selection.interviewed("Aija", choice="select")
    selection.in_reserve("Ritva")
    client.get(address(name))
    most = {"index": 23, "reserve": 23, "settle": 21}[name]

    with django_assert_num_queries(most):
        client.get(address(name))
    for extra in ("Ben", "Cia"):
        selection.interviewed(extra, choice="select")
        selection.in_reserve(f"R{extra}")
    with django_assert_num_queries(most):
        client.get(address(name))

    about = f"recruitment.selection:{recruitment.campaign().pk}"
    assert list(AccessEntry.objects.values_list("about", flat=True)) == [about] * 3
