"""What an occasion comes to, and which class holds on which day."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from coordination.fees.domain import price, price_keeping, price_list
from coordination.fees.models import PriceClass
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
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
        price_keeping.write(again, people.actor(people.kaisa()))

    assert refusal.value.code == "two_at_once"


def test_another_organisations_coordinator_does_not_write_the_list():
    row = price_class(Per.OCCASION, "50.00")

    with pytest.raises(Refused) as refusal:
        price_keeping.write(row, people.actor(people.stranger_coordinator()))

    assert refusal.value.code == "not_yours"


def package(*parts: tuple[PriceClass, int]) -> PriceClass:
    """A training of several parts, each paid by its own class."""
    by = people.actor(people.kaisa())
    made = PriceClass(unit=people.organisation(), code="T", names="Koulutus", per=Per.PACKAGE, amount=Decimal(0))
    price_keeping.write(made, by)
    for row, minutes in parts:
        price_keeping.add_part(made, by, price_class=row, minutes=minutes, what=Texts({"fi": "Osa"}))
    return made


def of_list(code: str, day: date = date(2026, 11, 1)) -> PriceClass:
    price_list.seed(people.organisation(), Actor.worker())
    return price.classes_for(people.organisation(), day).get(code=code)


@pytest.mark.parametrize(("named", "rate", "total"), [(None, "25", "37.50"), ("30", "30", "45"), ("50", "25", "50")])
def test_between_the_limits_the_orderer_names_the_rate(named, rate, total):
    row = price_class(Per.HOUR, "25.00")
    row.amount_most = Decimal("40.00")

    made = price.snapshot(row, 90, Decimal(named) if named else None)

    assert (made.rate, made.amount) == (Decimal(rate), Decimal(total))


@pytest.mark.parametrize(("per", "most", "code"), [(Per.HOUR, "25.00", "limits"), (Per.PACKAGE, "40.00", "package")])
def test_limits_that_are_none_are_refused(per, most, code):
    row = price_class(per, "25.00")
    row.amount_most = Decimal(most)

    with pytest.raises(Refused) as refusal:
        price_keeping.write(row, people.actor(people.kaisa()))

    assert refusal.value.code == code


def test_a_package_comes_to_its_parts_and_keeps_them():
    made = package((of_list("D"), 480), (of_list("E"), 60))

    kept = price.snapshot(made, 500)

    assert (kept.amount, kept.quantity) == (Decimal("205.00"), Decimal("1.00"))
    assert [(part.code, part.amount) for part in kept.parts] == [("D", Decimal("180.00")), ("E", Decimal("25.00"))]


def test_a_package_follows_its_parts_when_the_list_changes():
    made, hour = package((of_list("D"), 480), (of_list("E"), 60)), of_list("E")
    hour.amount = Decimal("26.00")

    price_keeping.write(hour, people.actor(people.kaisa()))

    made.refresh_from_db()
    assert made.amount == Decimal("206.00")


def test_a_package_of_packages_is_refused():
    inner = package((of_list("E"), 60))

    with pytest.raises(Refused) as refusal:
        package((inner, 60))

    assert refusal.value.code in {"no_package", "two_at_once"}


def test_a_list_is_copied_with_a_raise_in_one_step():
    kaisa, first_day = people.actor(people.kaisa()), clock.today() + timedelta(days=30)
    by_hour = PriceClass.objects.create(
        unit=people.organisation(), code="E", names="Työ", per=Per.HOUR, amount="25.50", amount_most="40.10",
        valid_from=date(2026, 1, 1),
    )  # fmt: skip
    made = package((by_hour, 60))

    planned = [
        (each.row.code, each.amount, each.most) for each in price_keeping.raises(made.unit, first_day, Decimal("2.5"))
    ]
    price_keeping.copy(made.unit, first_day, Decimal("2.5"), kaisa)

    new = PriceClass.objects.filter(valid_from=first_day).order_by("code")
    by_hour.refresh_from_db()
    assert planned == [("E", Decimal("26.14"), Decimal("41.10")), ("T", Decimal("26.14"), None)]
    assert [(row.code, row.amount, row.amount_most) for row in new] == planned
    assert new[1].parts.get().price_class == new[0]
    assert by_hour.valid_until == first_day - timedelta(days=1)


@pytest.mark.parametrize(
    ("days", "percent", "code"),
    [(0, "2", "past"), (30, "101", "percent"), (30, "-51", "percent"), (1, "2", "two_at_once")],
)
def test_a_list_that_cannot_be_copied_says_why(days, percent, code):
    PriceClass.objects.create(
        unit=people.organisation(), code="A", names="Tapaaminen", amount="50", valid_from=clock.today() + timedelta(40)
    )

    with pytest.raises(Refused) as refusal:
        price_keeping.raises(people.organisation(), clock.today() + timedelta(days=days), Decimal(percent))

    assert refusal.value.code == code
