"""The first lines of a payment file from invented rows: nobody's money."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from coordination.fees.models import BatchRow, Fee, PaymentBatch
from coordination.foundation import clock
from coordination.people.models import Unit

from . import batch_column, batch_file, payroll
from .batch_column import Column

ROWS = (
    ("Aino Esimerkki", "10021", Fee.Kind.FEE, "A", Decimal("50.00")),
    ("Matti Malli", "10022", Fee.Kind.TRAVEL, "", Decimal("12.40")),
)


def lines(columns: list[Column], variant: str, payer: Unit) -> list[str]:
    """The headings and two rows as they would stand in the file; columns that are not sound are left out."""
    wrong = {place for place, __ in batch_column.problems(columns)}
    sound = [column for place, column in enumerate(columns) if place not in wrong]
    if not sound:
        return []
    cells = list(batch_column.table(_invented(payer), sound))
    return batch_file.as_csv(cells, variant).decode("utf-8-sig").splitlines()


def _invented(payer: Unit) -> list[BatchRow]:
    """Rows that are never stored."""
    day, codes = clock.today(), payroll.Codes(payer)
    batch = PaymentBatch(number=f"M-{day.year}-0001", business_id=payroll.business_id_of(payer), payer=payer)
    made = []
    for place, (name, number, kind, price_code, amount) in enumerate(ROWS, start=1):
        fee = Fee(
            number=f"P-{day.year}-{place:05}",
            kind=kind,
            payer=payer,
            unit=payer,
            cost_centre=payer.cost_centre or "4100",
            what="Asiakastapaaminen",
            price_code=price_code,
            rate=amount,
            amount=amount,
            earned_on=day - timedelta(days=place),
            approved_at=clock.now(),
        )
        income_type, reimbursement = codes.of(fee)
        row = BatchRow(batch=batch, fee=fee, payee_name=name, payee_number=number, amount=amount)
        row.income_type, row.reimbursement = income_type, reimbursement
        row.in_cash = kind == Fee.Kind.TRAVEL
        made.append(row)
    return made
