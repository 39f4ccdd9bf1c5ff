"""The columns of the payment file as rows of a form, moved and removed without a script."""

from __future__ import annotations

import pytest
from django.urls import reverse

from coordination.fees.domain import batch_column, batch_preview, payroll
from coordination.fees.models import BatchLayout, Fee
from tests.factories import money, people

pytestmark = pytest.mark.django_db

PAGE = "fees_layout:index"
THREE = [("number", "Nro", None), ("payee", "Kenelle", None), ("amount", "Summa", None)]
FIXED = ("fixed", "Yritys", "077")


def posted(rows: list[tuple], act: str = "", **more: object) -> dict:
    data = {"unit": people.organisation().pk, "variant": "plain", "columns-TOTAL_FORMS": len(rows), **more}
    for place, row in enumerate(rows):
        for name, value in zip(("key", "heading", "text"), row, strict=True):
            if value is not None:
                data[f"columns-{place}-{name}"] = value
    return {"columns-INITIAL_FORMS": 0, **data, **({"act": act} if act else {})}


def sent_back(page, act: str = "") -> dict:
    """The page's own form, as a browser sends what it drew."""
    formset, form = page.context["formset"], page.context["form"]
    data = {name: form[name].value() or "" for name in ("unit", "variant", "valid_from")}
    for each in [formset.management_form, *formset.forms]:
        data |= {each.add_prefix(name): each[name].value() or "" for name in each.fields}
    return {**data, **({"act": act} if act else {})}


def shown(page) -> list[tuple]:
    rows = page.context["formset"].forms
    return [(row["key"].value(), row["heading"].value()) for row in rows]


@pytest.fixture
def reijo(client):
    return people.sign_in(client, people.finance())


def test_the_page_begins_from_what_holds(reijo):
    columns = [{"key": key, "heading": heading} for key, heading, __ in THREE]
    payroll.keep_layout(people.organisation(), people.actor(people.finance()), columns=columns, variant="plain")

    page = reijo.get(reverse(PAGE))

    assert shown(page) == [(key, heading) for key, heading, __ in THREE]
    assert page.context["desk"].preview()[0] == "Nro,Kenelle,Summa"
    assert page.context["desk"].preview()[1].split(",")[1:] == ["Aino Esimerkki", "50.00"]


def test_columns_are_kept_in_their_order_with_a_text_of_ones_own(reijo):
    reijo.post(reverse(PAGE), posted([FIXED, *THREE, ("", "", None), ("fixed", "Tyhjä", "")]))

    lines = money.content(money.batch_closed(1).csv).decode().splitlines()

    assert BatchLayout.objects.get().columns[0] == {"key": "fixed", "heading": "Yritys", "text": "077"}
    assert lines == ["Yritys,Nro,Kenelle,Summa,Tyhjä", f"077,{Fee.objects.get().number},Aino Aalto0,50.00,"]


@pytest.mark.parametrize(
    ("act", "order", "focus"),
    [
        ("up-1", ["payee", "number", "amount"], (0, "down")),
        ("down-0", ["payee", "number", "amount"], (1, "down")),
        ("down-1", ["number", "amount", "payee"], (2, "up")),
        ("remove-2", ["number", "payee"], (1, "remove")),
        ("add", ["number", "payee", "amount", ""], (3, "key")),
        ("fixed", ["number", "payee", "amount", "fixed"], (3, "heading")),
        ("up-0", ["number", "payee", "amount"], None),
        ("down-9", ["number", "payee", "amount"], None),
        ("remove-x", ["number", "payee", "amount"], None),
        ("look", ["number", "payee", "amount"], None),
        ("nonsense-1", ["number", "payee", "amount"], None),
    ],
)
def test_a_press_moves_the_row_keeps_what_was_typed_and_stores_nothing(reijo, act, order, focus):
    page = reijo.post(reverse(PAGE), posted(THREE, act, valid_from="joskus"))

    found = [(place, row.focus) for place, row in enumerate(page.context["formset"].forms) if row.focus]
    assert [key for key, __ in shown(page)] == order
    assert found == ([focus] if focus else [])
    assert (page.context["form"]["valid_from"].value(), page.context["form"]["variant"].value()) == ("joskus", "plain")
    assert (page.content.count(b"autofocus"), BatchLayout.objects.count()) == (1 if focus else 0, 0)


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (("number", "Sama", None), "key"),
        (("wrong", "Outo", None), "key"),
        (("", "Vain otsikko", None), "key"),
        (("what", "Tilinumero", None), "heading"),
        (("what", "010190-123A", None), "heading"),
        (("fixed", "", "077"), "heading"),
        (("fixed", "Koodi", "010190-123A"), "text"),
        (("what", "x" * 61, None), "heading"),
    ],
)
def test_an_error_stands_beside_its_row_and_what_was_typed_stays(reijo, row, field):
    page = reijo.post(reverse(PAGE), posted([*THREE, row]))

    errors = [list(each.errors) for each in page.context["formset"].forms]
    assert errors == [[], [], [], [field]]
    assert (shown(page)[3], BatchLayout.objects.count()) == ((row[0], row[1]), 0)


def test_a_row_that_was_added_and_left_empty_is_passed_over(reijo):
    page = reijo.post(reverse(PAGE), posted(THREE, "add"))

    reijo.post(reverse(PAGE), sent_back(page))

    assert [column["key"] for column in BatchLayout.objects.get().columns] == ["number", "payee", "amount"]


def test_a_heading_without_its_column_is_an_error_on_the_page_too(reijo):
    page = reijo.post(reverse(PAGE), posted([*THREE, ("", "Vain otsikko", None)], "look"))

    page = reijo.post(reverse(PAGE), sent_back(page))

    assert [list(each.errors) for each in page.context["formset"].forms] == [[], [], [], ["key"]]


def test_the_last_row_too_is_removed(reijo):
    page = reijo.post(reverse(PAGE), posted(THREE[:1], "remove-0"))

    assert (page.status_code, shown(page)) == (200, [])


def test_what_concerns_all_columns_stands_above(reijo):
    page = reijo.post(reverse(PAGE), posted(THREE[:2]))
    many = reijo.post(reverse(PAGE), posted([*THREE, *[("fixed", "A", "")] * batch_column.MOST]))

    codes = [page.context["formset"].non_form_errors().data[0].code for page in (page, many)]
    assert (codes, BatchLayout.objects.count()) == (["needed_column", "too_many"], 0)


@pytest.mark.parametrize("count", ["", "-1", "9999999", "²"])
def test_a_sheet_that_was_tampered_with_is_only_drawn(reijo, count):
    data = {**posted(THREE, "look"), "columns-TOTAL_FORMS": count}

    assert reijo.post(reverse(PAGE), data).status_code == 200


def test_invented_rows_are_never_stored():
    lines = batch_preview.lines(batch_column.usual(), "excel", people.unit())

    assert (len(lines), Fee.objects.count()) == (3, 0)
    assert "50,00" in lines[1]


def test_a_full_sheet_takes_no_more(reijo):
    page = reijo.post(reverse(PAGE), posted([("fixed", "A", "")] * batch_column.MOST, "add"))

    assert (len(page.context["formset"].forms), page.context["desk"].is_full) == (batch_column.MOST, True)
