"""Random histories of the ledger: money is never created, lost or counted twice, and every table of it agrees to the cent."""

from __future__ import annotations

import contextlib
import random
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest
from django.db.models import F, Sum

from coordination.fees.domain import (
    approval,
    batch_file,
    budget,
    correction,
    invoicing,
    payment,
    payment_batch,
)
from coordination.fees.domain import fee as ledger
from coordination.fees.models import Approver, BatchRow, Fee, PaymentBatch
from coordination.foundation import clock
from coordination.foundation.formats import euros_half_up
from coordination.foundation.refused import Refused
from tests.factories import money, people

pytestmark = pytest.mark.django_db

Status = Fee.Status
NOTHING = Decimal(0)
CENT = Decimal("0.01")


class World:
    """A ledger of two payers and six payees, and beside it a plain sum of what it should come to."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.expected = NOTHING
        self.rows = 0
        self.payers = [money.payer(), people.unit("Päihdepalvelut")]
        self.payees = [people.person("Saaja", str(number)) for number in range(6)]
        siiri = money.deputy()
        self.hely = people.actor(money.hely(siiri))
        self.siiri = people.actor(siiri)
        Approver.objects.get_or_create(
            unit=self.payers[1], person=siiri, valid_from=people.LONG_AGO, defaults={"deputy": self.hely.person}
        )
        self.finance = people.actor(people.finance())
        self.kaisa = people.actor(people.kaisa())

    def step(self) -> None:
        acts: list[Callable[[], None]] = [
            self.owe, self.owe, self.approve, self.approve, self.approve, self.give_back, self.ask_again, self.batch,
            self.pay, self.pay, self.send_back, self.reissue, self.reverse, self.void,
        ]  # fmt: skip
        with contextlib.suppress(Refused):
            self.random.choice(acts)()

    def some(self, **facts: object) -> Fee | None:
        keys = list(Fee.objects.filter(**facts).values_list("pk", flat=True))
        return Fee.objects.select_related("payee", "payer", "unit").get(pk=self.random.choice(keys)) if keys else None

    def sum(self) -> Decimal:
        return Decimal(self.random.choice([1, 333, 5000, 3335, 10_000, 60_050])) * CENT

    def owe(self) -> None:
        amount, self.rows = self.sum(), self.rows + 1
        day = clock.today() - timedelta(days=self.random.randrange(60))
        money.fee_owed(self.random.choice(self.payees), str(amount), day, self.random.choice(self.payers))
        self.expected += amount

    def approve(self) -> None:
        for who in self.random.sample([self.hely, self.siiri, self.kaisa], 2):
            if fee := self.some(status=Status.OWED):
                approval.approve(fee, who)

    def give_back(self) -> None:
        if fee := self.some(status__in=[Status.OWED, Status.APPROVED, Status.SENT]):
            approval.give_back(fee, self.random.choice([self.hely, self.siiri]), reason="Tarkista")

    def ask_again(self) -> None:
        if fee := self.some(given_back_at__isnull=False):
            approval.ask_again(fee, self.kaisa)

    def batch(self) -> None:
        payer = self.random.choice([*self.payers, people.organisation()])
        made = payment_batch.begin(payer, self.finance)
        if self.random.random() < 0.3:
            payment_batch.leave_out(made, [made.rows.first().pk], self.finance)
        if self.random.random() < 0.2:
            payment_batch.give_up(made, self.finance)
        else:
            payment_batch.close(made, self.finance)

    def pay(self) -> None:
        for __ in range(3):
            if fee := self.some(status=Status.SENT):
                payment.mark_paid(fee, self.finance, on=clock.today(), tell=False)

    def send_back(self) -> None:
        if fee := self.some(status__in=[Status.SENT, Status.PAID]):
            payment.send_back(fee, self.finance, reason="Tili", on=clock.today(), tell=False)

    def reissue(self) -> None:
        if not (fee := self.some(status=Status.RETURNED) or self.some(amount__lt=0)):
            return
        amount = self.sum() if self.random.random() < 0.5 else None
        made = correction.reissue(fee, self.finance, reason="Uudestaan", amount=amount)
        self.rows += 1
        self.expected += made.amount - (fee.amount if fee.status == Status.RETURNED else NOTHING)

    def reverse(self) -> None:
        if fee := self.some(status__in=[Status.PAID, Status.SENT]):
            made = correction.reverse(fee, self.finance, reason="Väärin")
            self.rows += 1
            self.expected += made.amount

    def void(self) -> None:
        if fee := self.some(status__in=[Status.OWED, Status.APPROVED]):
            ledger.void(fee, self.kaisa, reason="Turha")
            self.expected -= fee.amount


def total(rows: object) -> Decimal:
    """To the cent: SQLite adds decimals up as floating-point numbers."""
    return euros_half_up(rows.aggregate(sum=Sum("amount"))["sum"] or NOTHING)


def check(world: World) -> None:
    """The ledger, the batches, the invoicing basis and the budgets all tell the same money."""
    counted = Fee.objects.counted()
    open_rows = counted.exclude(status__in=[Status.SENT, Status.PAID])
    closed = BatchRow.objects.filter(batch__status=PaymentBatch.Status.CLOSED)
    assert total(counted) == world.expected
    assert total(open_rows) + total(closed.exclude(outcome="returned")) == world.expected
    assert total(closed.filter(outcome="paid")) == total(Fee.objects.filter(status=Status.PAID))
    assert total(closed.filter(outcome="")) == total(Fee.objects.filter(status=Status.SENT))
    assert not closed.exclude(amount=F("fee__amount")).exists()
    for batch in PaymentBatch.objects.filter(status=PaymentBatch.Status.CLOSED):
        assert (batch.total, batch.count) == (total(batch.rows.all()), batch.rows.count())
    assert not Fee.objects.filter(amount__lt=0).exclude(kind=Fee.Kind.CORRECTION, replaces__isnull=False).exists()
    assert Fee.objects.count() == world.rows


def check_tables(world: World) -> None:
    months = {day.replace(day=1) for day in Fee.objects.values_list("earned_on", flat=True)}
    lines = [line for month in months for line in invoicing.basis(Fee.objects.all(), month)]
    user = people.finance().user
    years = {day.year for day in months}
    budget.keep(people.organisation(), world.finance, year=max(years), amount=Decimal(1000))
    used = sum((row.used for year in years for row in budget.standing(user, year)), NOTHING)
    assert invoicing.together(lines)["total"] == world.expected
    assert sum(line.count for line in lines) == Fee.objects.counted().count()
    assert used == world.expected
    for batch in PaymentBatch.objects.filter(status=PaymentBatch.Status.CLOSED, csv=None)[:3]:
        text = money.content(batch_file.make(batch).csv).decode("utf-8-sig").splitlines()
        sums = [Decimal(line.split(";")[11].replace(",", ".")) for line in text[1:]]
        assert sum(sums, NOTHING) == batch.total


def test_money_is_never_created_lost_or_counted_twice(long_run):
    """Each row of the ledger is a history: hundreds of steps in the short form, thousands in the long."""
    seeds, steps = (range(6), 500) if long_run else (range(1), 450)
    for seed in seeds:
        world = World(seed)
        world.rows, world.expected = Fee.objects.count(), total(Fee.objects.counted())
        for number in range(steps):
            world.step()
            if not number % 25:
                check(world)
        check(world)
        check_tables(world)
