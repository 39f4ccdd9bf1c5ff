"""The ledger and who reads it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from coordination.fees.domain import fee
from coordination.fees.domain.price import Price
from coordination.fees.models import Fee, PriceClass
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from tests.factories import money, people

pytestmark = pytest.mark.django_db


def owed_with(**changes: object) -> Fee:
    unit = people.unit()
    facts = {
        "payee": people.person(),
        "payer": unit,
        "unit": unit,
        "cost_centre": "",
        "what": "Luento",
        "price": Price("C", "Luento", Decimal(100), Decimal(1), Decimal(100)),
        "earned_on": clock.today(),
        "by": Actor.worker(),
    }
    return fee.owe(**{**facts, **changes})


def test_numbers_run_through_the_year():
    numbers = [money.fee_owed().number for __ in range(3)]

    assert numbers == [f"P-{clock.today().year}-{number:05}" for number in (1, 2, 3)]


def test_nothing_needs_a_reason():
    with pytest.raises(Refused) as refusal:
        owed_with(price=Price("G", "Vain kulut", Decimal(0), Decimal(1), Decimal(0)))

    assert refusal.value.code == "reason"


def test_the_ledger_takes_no_identity_code():
    with pytest.raises(Refused) as refusal:
        owed_with(what="Luento, 131052-308T")

    assert refusal.value.code == "identity_code"


def test_who_sees_whose_fee():
    aino = people.person("Aino", email="aino@example.org")
    money.fee_owed(aino)
    readers = {
        "aino": aino,
        "kaisa": people.kaisa(),
        "finance": people.finance(),
        "sari": people.sari(),
        "olli": people.olli(),
        "neighbour": people.stranger_coordinator(),
    }

    seen = {name for name, person in readers.items() if Fee.objects.visible_to(people.user_for(person)).exists()}

    assert seen == {"aino", "kaisa", "finance"}


def test_a_year_sums_what_was_earned_in_it():
    aino = people.person("Aino")
    for day, amount in ((date(2025, 12, 31), "30.00"), (date(2026, 1, 1), "50.00"), (date(2026, 6, 1), "0.00")):
        money.fee_owed(aino, amount, day)
    void = money.fee_owed(aino, "70.00", date(2026, 6, 2))
    Fee.objects.filter(pk=void.pk).update(status=Fee.Status.VOID)

    year = fee.earned(Fee.objects.all(), 2026)

    assert (year.total, year.paid) == (Decimal("50.00"), Decimal(0))


def test_my_money_asks_to_sign_in(client):
    assert client.get(reverse("fees:mine")).status_code == 302


@pytest.mark.parametrize("rows", [1, 3])
def test_the_ledger_lists_with_sums(client, django_assert_num_queries, rows):
    for __ in range(rows):
        money.fee_owed()
    people.sign_in(client, people.kaisa())
    client.get(reverse("fees_fee:index"))

    with django_assert_num_queries(14):
        page = client.get(reverse("fees_fee:index"))

    assert [(row["status"], row["sum"], row["count"]) for row in page.context["totals"]] == [("owed", 50 * rows, rows)]


def test_another_organisations_coordinator_sees_an_empty_ledger(client):
    row = money.fee_owed()
    people.sign_in(client, people.stranger_coordinator())

    page = client.get(reverse("fees_fee:index"))

    assert list(page.context["object_list"]) == []
    assert client.get(reverse("fees_fee:page", args=[row.pk])).status_code == 404


def test_the_pages_of_the_ledger_and_the_list_open(client):
    row = money.fee_owed()
    people.sign_in(client, people.kaisa())

    addresses = [reverse("fees_fee:page", args=[row.pk]), reverse("fees_price:index"), reverse("fees_price:new")]

    assert [client.get(address).status_code for address in addresses] == [200, 200, 200]


def test_a_class_is_added_on_screen(client):
    people.sign_in(client, people.kaisa())
    filled = {
        "unit": people.organisation().pk,
        "code": "H",
        "names_fi": "Haastattelu",
        "per": "hour",
        "amount": "25,50",
        "valid_from": "1.1.2027",
    }

    page = client.post(reverse("fees_price:new"), filled)

    assert page.status_code == 302
    assert PriceClass.objects.get(code="H").amount == Decimal("25.50")
