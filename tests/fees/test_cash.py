"""Who asked for cash is told to those who pay, however often the row was answered."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.urls import reverse

from coordination.fees.domain import approval, batch_file, correction, payment_batch, travel_claim
from coordination.fees.models import BatchRow, Fee, TravelClaim
from coordination.people.actor import Actor
from tests.factories import claims, money, people

pytestmark = pytest.mark.django_db


def finance() -> Actor:
    return people.actor(people.finance())


def test_who_asked_for_cash_is_told_to_those_who_pay(client):
    claim = claims.claim_sent()
    TravelClaim.objects.update(pay=TravelClaim.Pay.CASH)
    travel_claim.approve(claim, people.actor(people.kaisa()))
    approval.approve(Fee.objects.get(), people.actor(money.hely()))
    money.fees_approved(1)
    batch = payment_batch.begin(money.payer(), finance())
    people.sign_in(client, people.finance())

    page = client.get(reverse("fees_batch:page", args=[batch.pk]))
    payment_batch.close(batch, finance())

    lines = money.content(batch_file.make(batch).csv).decode("utf-8-sig").splitlines()
    cash = TravelClaim.Pay.CASH.label
    assert {row.fee.kind: bool(row.in_cash) for row in page.context["rows"]} == {"travel": True, "fee": False}
    assert sorted(line.rpartition(";")[2] for line in lines[1:]) == ["", cash]


@pytest.mark.parametrize("first", ["returned", "paid"])
def test_cash_is_not_forgotten_when_a_trip_is_answered_twice(first):
    claim, by = claims.claim_sent(), finance()
    TravelClaim.objects.update(pay=TravelClaim.Pay.CASH)
    travel_claim.approve(claim, people.actor(people.kaisa()))
    owed = money.brought_to(Fee.objects.get(), first)
    answer_one = (
        correction.reverse(owed, by, reason="Väärä summa")
        if first == "paid"
        else money.brought_to(correction.reissue(owed, by, reason="Uusi tili"), "returned")
    )
    last = correction.reissue(answer_one, by, reason="Oikea summa", amount=Decimal("5.00"))
    approval.approve(last, people.actor(money.hely()))

    payment_batch.begin(money.payer(), by)

    assert bool(BatchRow.objects.with_cash().get(fee=last).in_cash) is True
