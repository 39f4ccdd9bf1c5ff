"""Random orders to their ends: what they say they cost is what stands in the ledger, the invoicing basis and the batches."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from django.db.models import Sum

from coordination.fees.domain import approval, invoicing, payment, payment_batch
from coordination.fees.models import BatchRow, Fee
from coordination.foundation import clock
from coordination.people.actor import Actor
from experts.domain import absence, agreement, booking, cancellation
from experts.models import Booking
from tests.factories import experts, money, orders, people

pytestmark = pytest.mark.django_db

ENDS = ("held", "orderer_absent", "client_absent", "expert_absent", "cancelled", "cancelled_late", "expert_cancels")


def brought_to_an_end(place: int, end: str) -> Decimal:
    """An order of Sari's with an expert of its own, ended in one of the ways; the euros that are owed by the rules."""
    expert = experts.in_folder("Aino", f"Aalto{place}")
    made = orders.booking_confirmed(expert, times=[orders.in_days(21)])
    sari = people.actor(made.booking_request.orderer)
    agreement.tick(made, "orderer", sari, orders.TICKS)
    agreement.tick(made, "expert", Actor.by_link(expert.person), orders.TICKS)
    day = clock.local(made.starts_at).date()
    if end == "cancelled":
        cancellation.cancel(made.booking_request, sari, code="time")
        return Decimal(0)
    if end == "expert_cancels":
        booking.cancel(made, Actor.by_link(expert.person), "Sairastuin")
        return Decimal(0)
    if end == "cancelled_late":
        with orders.on_day(day):
            cancellation.cancel(made.booking_request, sari, code="time")
        return Fee.objects.filter(payee=expert.person).aggregate(sum=Sum("amount"))["sum"] or Decimal(0)
    with orders.on_day(orders.day_after(made)):
        if end == "held":
            booking.mark_held(made, sari)
        else:
            absence.mark(made.sessions.get(), end, sari)
    return Decimal(0) if end == "expert_absent" else Decimal("50.00")


def owed() -> Decimal:
    return Fee.objects.counted().aggregate(sum=Sum("amount"))["sum"] or Decimal(0)


def test_what_orders_cost_is_what_is_owed_invoiced_and_paid(long_run):
    chance = random.Random(20261122)
    ends = [*ENDS, *(chance.choices(ENDS, k=60) if long_run else [])]
    money.payer()

    expected = sum((brought_to_an_end(place, end) for place, end in enumerate(ends)), Decimal(0))
    told = sum((row.due for row in Booking.objects.all()), Decimal(0))
    months = {day.replace(day=1) for day in Fee.objects.values_list("earned_on", flat=True)}
    basis = sum((invoicing.together(invoicing.basis(Fee.objects.all(), each))["total"] for each in months), Decimal(0))
    hely, finance = people.actor(money.hely()), people.actor(people.finance())
    approval.approve_many(list(Fee.objects.payable()), hely)
    batch = payment_batch.close(payment_batch.begin(people.organisation(), finance), finance)
    for row in batch.rows.select_related("fee"):
        payment.mark_paid(row.fee, finance, on=clock.today(), tell=False)

    paid = BatchRow.objects.filter(outcome="paid").aggregate(sum=Sum("amount"))["sum"]
    assert (told, basis, owed(), batch.total, paid) == (expected,) * 5
    assert expected >= 150
