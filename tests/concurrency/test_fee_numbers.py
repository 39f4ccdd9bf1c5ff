"""The ledger's numbers: none twice, none skipped."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coordination.fees.domain import fee
from coordination.fees.domain.price import Price
from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.actor import Actor
from tests.concurrency.at_once import at_once
from tests.factories import people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

THREADS = 16


def test_sixteen_fees_at_once_take_sixteen_numbers():
    payee, unit = people.person("Aino"), people.unit()
    price = Price("A", "Asiakastapaaminen", Decimal(50), Decimal(1), Decimal("50.00"))

    def owe() -> Fee:
        return fee.owe(
            payee=payee,
            payer=unit,
            unit=unit,
            cost_centre="100",
            what="Asiakastapaaminen",
            price=price,
            earned_on=clock.today(),
            by=Actor.worker(),
        )

    outcomes = at_once(*[owe] * THREADS)

    assert outcomes == ["done"] * THREADS
    year = clock.today().year
    assert sorted(Fee.objects.values_list("number", flat=True)) == [f"P-{year}-{n:05}" for n in range(1, THREADS + 1)]
