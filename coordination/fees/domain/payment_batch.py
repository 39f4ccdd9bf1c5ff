"""Approved to sent: a numbered batch, its rows chosen while it is open, never changed after it is closed (2.5)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import BatchRow, Fee, FeeNumber, FeeQuerySet, PaymentBatch
from coordination.fees.permissions import money
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Unit
from coordination.records.domain import audit, job, workflow

from . import batch_file, months, payroll

MOST_ROWS = 2000
Status = PaymentBatch.Status


def ready(payer: Unit, month: date | None = None, cost_centre: str = "") -> FeeQuerySet:
    """Approved rows of the payer's branch that are in no batch: earned by the end of a month, of one cost centre."""
    rows = Fee.objects.payable().filter(
        Unit.branch_condition([payer], "payer__"), status=Fee.Status.APPROVED, batch_row=None
    )
    if month is not None:
        rows = rows.filter(earned_on__lte=months.last_day(month))
    if cost_centre:
        rows = rows.filter(cost_centre=cost_centre)
    return rows.order_by("earned_on", "pk")


@transaction.atomic
def begin(payer: Unit, by: Actor, *, month: date | None = None, cost_centre: str = "") -> PaymentBatch:
    """Open a batch with everything that is ready, the oldest 2000 at most.

    Raises `Refused` for one who does not handle the payer's money, where nothing is ready, and where somebody else took
    the rows at the same moment.
    """
    require(by, money.may_handle(by.user, payer))
    keys = sorted(ready(payer, month, cost_centre).values_list("pk", flat=True)[:MOST_ROWS])
    locked = list(Fee.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    free = [fee for fee in locked if fee.status == Fee.Status.APPROVED]
    if not free:
        raise Refused(_("Nothing approved waits here to be sent."), code="nothing")
    batch = PaymentBatch.objects.create(
        payer=payer, month=month.replace(day=1) if month else None, cost_centre=cost_centre, opened_by=by.user
    )
    try:
        with transaction.atomic():
            BatchRow.objects.bulk_create(
                BatchRow(batch=batch, fee=fee, amount=fee.amount, position=place) for place, fee in enumerate(free, 1)
            )
    except IntegrityError:
        raise Refused(
            _("Somebody put these rows into another batch just now. Open the list of batches again."), code="taken"
        ) from None
    audit.log(batch, "kuuluviin.made", by, {"rows": len(free)})
    return batch


@transaction.atomic
def leave_out(batch: PaymentBatch, rows: list[int], by: Actor) -> int:
    """Take rows (keys) out of an open batch; they wait for the next one. Returns how many. Raises `Refused` once it is closed."""
    current = _open(batch, by)
    gone, __ = BatchRow.objects.filter(batch=current, pk__in=rows).delete()
    if gone:
        audit.log(current, "kuuluviin.changed", by, {"left_out": gone})
    return gone


@transaction.atomic
def give_up(batch: PaymentBatch, by: Actor) -> PaymentBatch:
    """Nothing is sent: the rows wait for another batch. Raises `Refused` once it is closed."""
    current = _open(batch, by)
    current.rows.all().delete()
    return workflow.move(batch, Status.GIVEN_UP, by)


@transaction.atomic
def close(batch: PaymentBatch, by: Actor) -> PaymentBatch:
    """Give the batch its number, mark its rows as sent and let the worker make the file, once and for all.

    Raises `Refused` for one who does not handle the money, for an empty batch, for one that is closed, and for a
    payer without a business ID.
    """
    current = _open(batch, by)
    keys = sorted(current.rows.values_list("fee", flat=True))
    list(Fee.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    rows = list(current.rows.select_related("fee__payee", "fee__payer", "fee__replaces__replaces"))
    if not rows:
        raise Refused(_("The batch is empty. Give it up, or open it anew."), code="empty")
    business_id = payroll.business_id_of(current.payer)
    if not business_id:
        raise Refused(
            _("%(unit)s has no business ID. Write it on the page of the unit, then close the batch.")
            % {"unit": current.payer.names},
            code="business_id",
        )
    _write_down(rows, current.payer)
    moment = clock.now()
    for row in rows:
        workflow.move(row.fee, Fee.Status.SENT, by, sent_at=moment)
    layout = payroll.layout_of(current.payer)
    work = job.start(batch_file.JOB, batch_file.TASK, by, cursor={"batch": current.pk})
    return workflow.move(
        batch,
        Status.CLOSED,
        by,
        number=_next_number(clock.today().year),
        closed_at=moment,
        closed_by=by.user,
        business_id=business_id,
        columns=layout.columns,
        variant=layout.variant,
        count=len(rows),
        total=sum((row.amount for row in rows), Decimal(0)),
        job=work,
    )


def standing(batch: PaymentBatch) -> dict[str, Decimal]:
    """What of a batch is paid, came back, and still waits for payroll's word, in euros."""
    sums = dict(batch.rows.order_by().values_list("outcome").annotate(Sum("amount")))
    return {outcome: sums.get(outcome, Decimal(0)) for outcome in BatchRow.Outcome.values}


def _open(batch: PaymentBatch, by: Actor) -> PaymentBatch:
    current = workflow.locked(batch, "payer")
    require(by, money.may_handle(by.user, current.payer))
    if current.status != Status.OPEN:
        raise Refused(
            _("The batch is “%(state)s” and is not changed any more.") % {"state": current.get_status_display()},
            code="closed",
        )
    return current


def _write_down(rows: list[BatchRow], payer: Unit) -> None:
    """What the file says of each row, as it is at the moment of closing."""
    codes = payroll.Codes(payer)
    numbers = payroll.numbers_of({row.fee.payee_id for row in rows}, payer.organisation())
    for row in rows:
        row.amount = row.fee.amount
        row.payee_name = row.fee.payee.full_name
        row.payee_number = numbers.get(row.fee.payee_id, "")
        row.income_type, row.reimbursement = codes.of(row.fee)
    BatchRow.objects.bulk_update(
        rows, ["amount", "payee_name", "payee_number", "income_type", "reimbursement"], batch_size=200
    )


def _next_number(year: int) -> str:
    """Locks the year's counter to the end of the transaction: take it last."""
    FeeNumber.objects.get_or_create(year=year)
    counter = FeeNumber.objects.select_for_update().get(year=year)
    counter.last_batch += 1
    counter.save(update_fields=["last_batch"])
    return f"M-{year}-{counter.last_batch:04}"
