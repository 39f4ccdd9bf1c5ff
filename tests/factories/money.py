"""Rows of the ledger."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from coordination.fees.domain import approval, batch_file, fee, payment_batch
from coordination.fees.domain.price import Price
from coordination.fees.models import Approver, Fee, PaymentBatch
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit
from coordination.records.models import StoredFile
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


def hely(deputy: Person | None = None, unit: Unit | None = None) -> Person:
    """Approves what the organisation pays, or a unit; works there, and has no back office."""
    person = _staff("Hely", "Hyväksyjä", "hely@example.org")
    _approves(person, deputy, unit or people.organisation())
    return person


def approver_is(person: Person, unit: Unit | None = None) -> None:
    """The person approves what the organisation pays, or a unit."""
    _approves(person, None, unit or people.organisation())


def deputy() -> Person:
    return _staff("Siiri", "Sijainen", "siiri@example.org")


def payer() -> Unit:
    """Youth services under an organisation with a business ID."""
    Unit.objects.filter(pk=people.organisation().pk).update(business_id="1234567-1")
    return people.unit()


def fees_approved(count: int = 2, amount: str = "50.00") -> list[Fee]:
    """Approved through the verbs, each to a payee of its own."""
    by = people.actor(hely())
    made = [fee_owed(people.person("Aino", f"Aalto{place}"), amount, payer=payer()) for place in range(count)]
    return [approval.approve(each, by) for each in made]


def batch_open(count: int = 2) -> PaymentBatch:
    fees_approved(count)
    return payment_batch.begin(payer(), people.actor(people.finance()))


def batch_closed(count: int = 2) -> PaymentBatch:
    """Numbered, its files made."""
    batch = payment_batch.close(batch_open(count), people.actor(people.finance()))
    return batch_file.make(batch)


def content(file: StoredFile) -> bytes:
    with file.file.open() as opened:
        return opened.read()


def _approves(person: Person, deputy: Person | None, unit: Unit) -> None:
    if not Approver.objects.in_force().filter(unit=unit, person=person).exists():
        Approver.objects.create(unit=unit, person=person, deputy=deputy, valid_from=people.LONG_AGO)


def _staff(first_name: str, last_name: str, email: str) -> Person:
    found = Person.objects.filter(email=email).select_related("user", "unit").first()
    if found is None:
        found = people.person(first_name, last_name, unit=people.organisation(), email=email)
        people.user_for(found)
        people.role_for(found, Role.Kind.STAFF)
    return found
