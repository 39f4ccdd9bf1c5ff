"""Rows of the ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from coordination.fees.domain import fee
from coordination.fees.domain.price import Price
from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from tests.factories import people


def fee_owed(
    payee: Person | None = None, amount: str = "50.00", earned_on: date | None = None, payer: Unit | None = None
) -> Fee:
    """A client meeting of somebody's, owed by Youth services."""
    unit = payer or people.unit()
    return fee.owe(
        payee=payee or people.person("Aino", "Aalto"),
        payer=unit,
        unit=unit,
        cost_centre="4100",
        what="Asiakastapaaminen, Nuorten palvelut",
        price=Price("A", "Asiakastapaaminen", Decimal("50.00"), Decimal(1), Decimal(amount)),
        earned_on=earned_on or clock.today(),
        by=Actor.worker(),
        reason="" if Decimal(amount) else "Vain kulut",
    )


def brought_to(fee: Fee, status: str, approver: Person | None = None) -> Fee:
    """The row in a later state with the facts of every step before it, past the verbs."""
    steps = ["approved", "sent", status][: {"approved": 1, "sent": 2}.get(status, 3)]
    facts = {
        "approved": {"approver": approver or people.person("Hely", "Hyväksyjä"), "approved_at": clock.now()},
        "sent": {"sent_at": clock.now()},
        "paid": {"paid_on": clock.today()},
        "returned": {"returned_at": clock.now(), "returned_because": "Tili on suljettu"},
    }
    for step in steps:
        for name, value in facts[step].items():
            setattr(fee, name, value)
    fee.status = status
    fee.save()
    return fee
