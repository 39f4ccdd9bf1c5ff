"""A fare signed on paper and confirmed on the screen in the same instant: one row in the ledger."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coordination.fees.models import Fee
from coordination.people.actor import Actor
from councils.domain import fare, meeting_fee
from councils.domain.fare import Signed
from tests.concurrency.at_once import at_once, tally
from tests.factories import councils, fares, people

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.postgres]

PRESSES = 4


def test_a_fare_and_a_fee_are_owed_once_however_many_press():
    fares.paying()
    row = fares.present()
    leader, member = (Actor.of(people.user_for(person)) for person in (councils.elina(), people.matti()))

    def on_paper() -> object:
        return fare.confirm(row, leader, amount=Decimal("6.60"), signed=Signed.PAPER)

    def on_screen() -> object:
        return fare.confirm(row, member, amount=Decimal("7.00"), signed=Signed.SCREEN)

    confirmed = at_once(*[on_paper, on_screen] * PRESSES)
    settled = at_once(*[lambda: meeting_fee.settle(row, leader)] * PRESSES)

    assert (tally(confirmed), tally(settled)) == ((1, {"confirmed"}), (1, {"settled"}))
    assert sorted(Fee.objects.values_list("kind", flat=True)) == [Fee.Kind.FEE, Fee.Kind.TRAVEL]
