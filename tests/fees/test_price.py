"""What an occasion comes to, and which class holds on which day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from coordination.fees.domain import price, price_list
from coordination.fees.models import PriceClass
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from tests.factories import people

pytestmark = pytest.mark.django_db
Per = PriceClass.Per


def price_class(per: str, amount: str) -> PriceClass:
    return PriceClass(unit=people.organisation(), code="X", names="Luokka", per=per, amount=Decimal(amount))


@pytest.mark.parametrize(
    ("per", "amount", "minutes", "quantity", "total"),
    [
        (Per.OCCASION, "50.00", 135, "1.00", "50.00"),
        (Per.HOUR, "25.00", 60, "1.00", "25.00"),
        (Per.HOUR, "25.00", 50, "0.83", "20.83"),
        (Per.HOUR, "25.50", 50, "0.83", "21.25"),
        (Per.HOUR, "25.01", 90, "1.50", "37.52"),
        (Per.HALF_DAY, "70.00", 240, "1.00", "70.00"),
        (Per.HALF_DAY, "70.00", 241, "2.00", "140.00"),
        (Per.DAY, "180.00", 481, "2.00", "360.00"),
    ],
)
def test_the_price_is_rounded_once(per, amount, minutes, quantity, total):
    made = price.snapshot(price_class(per, amount), minutes)

    assert (made.rate, made.quantity, made.amount) == (Decimal(amount), Decimal(quantity), Decimal(total))


def test_an_own_amount_keeps_the_class_beside_it():
    made = price.snapshot(price_class(Per.OCCASION, "50.00"), 60, Decimal(80))

    assert (made.code, made.rate, made.amount) == ("X", Decimal("50.00"), Decimal("80.00"))


def test_an_own_amount_needs_no_class():
    made = price.snapshot(None, 60, Decimal(80))

    assert (made.code, made.rate, made.amount) == ("", Decimal("80.00"), Decimal("80.00"))


def test_without_class_and_amount_there_is_no_price():
    with pytest.raises(Refused) as refusal:
        price.snapshot(None, 60)

    assert refusal.value.code == "price"


@pytest.mark.parametrize(
    ("day", "amount"),
    [(date(2026, 12, 31), "50.00"), (date(2027, 1, 1), "52.00")],
)
def test_the_raise_comes_with_the_new_year(day, amount):
    price_list.seed(people.organisation(), Actor.worker())

    assert price.classes_for(people.unit(), day).get(code="A").amount == Decimal(amount)


def test_seeding_twice_changes_nothing():
    first = price_list.seed(people.organisation(), Actor.worker())
    second = price_list.seed(people.organisation(), Actor.worker())

    assert (first, second) == (2 * len(price_list.CLASSES), 0)


def test_a_nearer_branch_has_its_own_class():
    price_list.seed(people.organisation(), Actor.worker())
    own = PriceClass.objects.create(
        unit=people.unit(), code="A", names="Oma", amount=Decimal(60), valid_from=date(2026, 5, 1)
    )

    assert price.classes_for(people.unit(), date(2026, 6, 1)).get(code="A") == own
    assert price.classes_for(people.organisation(), date(2026, 6, 1)).get(code="A").amount == Decimal("50.00")


@pytest.mark.parametrize(("amount", "unusual"), [("29.99", True), ("30", False), ("100", False), ("100.01", True)])
def test_outside_the_usual_range_warns(amount, unusual):
    assert price.is_unusual(Decimal(amount), people.unit()) is unusual


def test_two_of_one_code_never_hold_at_once():
    price_list.seed(people.organisation(), Actor.worker())
    again = PriceClass(
        unit=people.organisation(), code="A", names="Toinen", amount=Decimal(60), valid_from=date(2026, 6, 1)
    )

    with pytest.raises(Refused) as refusal:
        price.write(again, people.actor(people.kaisa()))

    assert refusal.value.code == "two_at_once"


def test_another_organisations_coordinator_does_not_write_the_list():
    row = price_class(Per.OCCASION, "50.00")

    with pytest.raises(Refused) as refusal:
        price.write(row, people.actor(people.stranger_coordinator()))

    assert refusal.value.code == "not_yours"
