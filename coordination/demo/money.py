"""Money on its way: a batch that was paid, one with payroll, what waits for approval, what came back, a budget."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from coordination.demo.cast import HELY, PIRKKO, TIINA, VEERA, Member
from coordination.demo.organisation import Organisation
from coordination.demo.past import days_ago
from coordination.fees.domain import (
    approval,
    approver,
    batch_file,
    budget,
    correction,
    inquiry,
    ledger_view,
    payment,
    payment_batch,
    payroll,
)
from coordination.fees.models import Fee, PaymentBatch
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person, User

SOURCE = "Keksitty esimerkki, palkanlaskenta 1.1.2026"
PAID, SENT = 16, 6
IN_SECOND = 8
BACK = "Tilinumero ei kelvannut palkanlaskennassa"


def build(made: Organisation, cast: dict[Member, Person]) -> None:
    """Each step by its verb, on a day it could have happened; what was earned lately still waits."""
    tiina, hely = (_actor(cast[member]) for member in (TIINA, HELY))
    _entered_in_time()
    with days_ago(60):
        approver.keep(
            unit=made.county, person=cast[HELY], deputy=cast[PIRKKO], by=tiina, source="Toimintasääntö 1.1.2026"
        )
        payroll.keep_code(made.county, tiina, kind="fee", income_type="esim. 1", source=SOURCE)
        payroll.keep_code(made.county, tiina, kind="travel", reimbursement="esim. 2", source=SOURCE)
    _budgets(made, tiina)
    _paid(made, tiina, hely)
    _with_payroll(made, tiina, hely)
    _on_the_table(hely, cast)
    ledger_view.keep(tiina.user, "Odottaa hyväksyntää", "status=owed")
    ledger_view.keep(tiina.user, "Maksetut", "status=paid")


def _entered_in_time() -> None:
    """What was held stands in the ledger by the next day; the demo enters it when it is filled, after its approval."""
    rows = list(Fee.objects.all())
    for fee in rows:
        late = clock.local(fee.created_at).date() - fee.earned_on - timedelta(days=1)
        fee.created_at -= max(late, timedelta())
    Fee.objects.bulk_update(rows, ["created_at"])


def _actor(person: Person) -> Actor:
    return Actor.of(User.objects.get(pk=person.user_id))


def _budgets(made: Organisation, tiina: Actor) -> None:
    year = clock.today().year
    for unit, amount in ((made.county, "9000.00"), (made.adult, "6000.00"), (made.families, "500.00")):
        budget.keep(unit, tiina, year=year, amount=Decimal(amount), source="Talousarvio")


def _waiting(hely: Actor, until: date) -> list[Fee]:
    """What the approver has before her, earned by a day."""
    rows = approval.waiting_for(hely.person).filter(earned_on__lte=until)
    return list(rows.select_related("payee", "payer", "unit"))


def _batch(made: Organisation, tiina: Actor, hely: Actor, days: int, most: int | None = None) -> PaymentBatch | None:
    with days_ago(days + 1):
        approval.approve_many(_waiting(hely, clock.today())[:most], hely)
    with days_ago(days):
        if not payment_batch.ready(made.county).exists():
            return None
        batch = payment_batch.close(payment_batch.begin(made.county, tiina), tiina)
        return batch_file.make(batch)


def _paid(made: Organisation, tiina: Actor, hely: Actor) -> None:
    """All but one are paid; that one came back and has been made again."""
    if (batch := _batch(made, tiina, hely, PAID)) is None:
        return
    rows = list(batch.rows.select_related("fee__payee", "fee__payer"))
    with days_ago(PAID - 5):
        for row in rows[1:] or rows:
            payment.mark_paid(row.fee, tiina, on=clock.today(), tell=False)
        if len(rows) > 1:
            back = payment.send_back(rows[0].fee, tiina, reason=BACK, on=clock.today(), tell=False)
            correction.reissue(back, tiina, reason="Uudet tiedot on annettu palkanlaskentaan")


def _with_payroll(made: Organisation, tiina: Actor, hely: Actor) -> None:
    _batch(made, tiina, hely, SENT, IN_SECOND)


def _on_the_table(hely: Actor, cast: dict[Member, Person]) -> None:
    """One approved, one given back, the rest wait; Veera asks after hers."""
    rows = _waiting(hely, clock.today())
    with days_ago(1):
        for fee in rows[:2]:
            approval.approve(fee, hely)
        if len(rows) > 4:
            approval.give_back(rows[2], hely, reason="Kumpi kustannuspaikka: 4100 vai 4110?")
    veera = _actor(cast[VEERA])
    own = Fee.objects.filter(payee=cast[VEERA]).exclude(status__in=[Fee.Status.PAID, Fee.Status.VOID])
    if fee := own.payable().exclude(status=Fee.Status.RETURNED).order_by("-pk").first():
        inquiry.ask(fee, veera)
