"""The price list on screen: by its day, beside today's, copied with a raise, a package of parts."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from coordination.fees.models import PriceClass
from coordination.foundation import clock
from tests.factories import people

pytestmark = pytest.mark.django_db


def standing(**facts: object) -> PriceClass:
    usual = {"unit": people.organisation(), "code": "E", "names": "Työ", "per": "hour", "amount": Decimal("25.00")}
    return PriceClass.objects.create(**{**usual, "valid_from": clock.today() - timedelta(days=90), **facts})


def test_the_coming_list_stands_beside_todays(client):
    day = clock.today() + timedelta(days=40)
    standing(valid_until=day - timedelta(days=1))
    standing(amount="26.00", valid_from=day)
    standing(code="B", per="occasion", amount="40", amount_most="80")
    people.sign_in(client, people.kaisa())

    page = client.get(reverse("fees_price:list"), {"paiva": day.isoformat()})

    lines = [(line.row.code, line.change) for line in page.context["lines"]]
    assert (lines, page.context["coming"]) == ([("B", None), ("E", Decimal("1.00"))], [day])


def test_the_plan_is_shown_before_the_list_is_copied(client):
    standing()
    people.sign_in(client, people.kaisa())
    day = clock.today() + timedelta(days=40)
    told = {"unit": people.organisation().pk, "first_day": f"{day:%d.%m.%Y}", "percent": "2,5"}

    seen = client.post(reverse("fees_price:copy"), {**told, "act": "look"})
    before = PriceClass.objects.count()
    client.post(reverse("fees_price:copy"), {**told, "act": "copy"})

    assert [each.amount for each in seen.context["planned"]] == [Decimal("25.63")]
    assert (before, PriceClass.objects.get(valid_from=day).amount) == (1, Decimal("25.63"))


def test_a_package_is_made_on_screen(client):
    hour = standing()
    people.sign_in(client, people.kaisa())
    told = {
        "unit": hour.unit_id,
        "code": "T",
        "names_fi": "Koulutus",
        "per": "package",
        "valid_from": f"{clock.today():%d.%m.%Y}",
    }

    onward = client.post(reverse("fees_price:new"), told)
    made = PriceClass.objects.get(code="T")
    client.post(onward.url, {"act": "add", "what_fi": "Suunnittelu", "price_class": hour.pk, "minutes": "90"})

    made.refresh_from_db()
    assert (onward.url, made.amount) == (reverse("fees_price:parts", args=[made.pk]), Decimal("37.50"))


def test_a_class_that_is_no_package_needs_a_sum(client):
    people.sign_in(client, people.kaisa())
    told = {
        "unit": people.organisation().pk,
        "code": "T",
        "names_fi": "Koulutus",
        "per": "hour",
        "valid_from": "1.1.2027",
    }

    page = client.post(reverse("fees_price:new"), told)

    assert [error.code for error in page.context["form"].errors.as_data()["amount"]] == ["required"]


def test_the_day_offered_for_a_copy_is_one_no_list_has_reached(client):
    standing(valid_from=date(clock.today().year + 1, 1, 1))
    people.sign_in(client, people.kaisa())

    page = client.get(reverse("fees_price:copy"))

    assert page.context["form"].initial["first_day"] == date(clock.today().year + 2, 1, 1)
