"""The columns a payment file may have, and what stands in each. Identity codes, bank accounts and taxes are none of them (2.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.models import BatchRow
from coordination.foundation import clock
from coordination.foundation.refused import Refused

Cell = Callable[[BatchRow], Any]
Column = dict[str, str]

COLUMNS: dict[str, tuple[Promise | str, Cell]] = {
    "batch": (_("Batch"), lambda row: row.batch.number),
    "number": (_("Number"), lambda row: row.fee.number),
    "payee": (_("To whom"), lambda row: row.payee_name),
    "payee_number": (_("Number in payroll"), lambda row: row.payee_number),
    "business_id": (_("Business ID"), lambda row: row.batch.business_id),
    "payer": (_("Who pays"), lambda row: str(row.fee.payer.names)),
    "unit": (_("For which unit"), lambda row: str(row.fee.unit.names)),
    "cost_centre": (_("Cost centre"), lambda row: row.fee.cost_centre),
    "kind": (pgettext_lazy("ledger", "Kind"), lambda row: str(row.fee.get_kind_display())),
    "price_code": (_("Price class"), lambda row: row.fee.price_code),
    "income_type": (_("Income type"), lambda row: row.income_type),
    "reimbursement": (_("Type of reimbursement"), lambda row: row.reimbursement),
    "rate": (_("Rate, €"), lambda row: row.fee.rate),
    "quantity": (_("Quantity"), lambda row: row.fee.quantity),
    "amount": (_("Amount, €"), lambda row: row.amount),
    "currency": (_("Currency"), lambda row: "EUR"),
    "earned_on": (_("Earned on"), lambda row: row.fee.earned_on),
    "approved_on": (_("Approved on"), lambda row: clock.local(row.fee.approved_at).date()),
    "replaces": (_("In place of"), lambda row: row.fee.replaces.number if row.fee.replaces else ""),
    "what": (_("For what"), lambda row: row.fee.what),
}
USUAL = (
    "batch", "number", "payee", "payee_number", "business_id", "cost_centre", "kind", "income_type", "reimbursement",
    "quantity", "rate", "amount", "currency", "earned_on", "approved_on", "replaces",
)  # fmt: skip
NEEDED = ("number", "payee", "amount")
MOST = 30
_NEVER = re.compile(
    r"tunnus\s*luku|henkil[öo]tunnus|\bhetu\b|sotu|personbeteckning|personnummer|social security|identity code|"
    r"tili\s*n(ume)?ro|\btili\b|pankki|iban|bic\b|\bbank|kontonummer|bankkonto|account|"
    r"vero|skatt|\btax|enn?akonpid|withh?old",
    re.IGNORECASE,
)


def usual() -> list[Column]:
    """The columns of an organisation that has chosen none, under the headings of the language in use."""
    return [{"key": key, "heading": str(COLUMNS[key][0])} for key in USUAL]


def refuse_unsound(columns: list[Column]) -> None:
    """Raise `Refused` for unknown, doubled and missing columns, and for a heading of what is never kept here."""
    keys = [column["key"] for column in columns]
    if unknown := [key for key in keys if key not in COLUMNS]:
        raise Refused(
            _("There is no column “%(name)s”. Choose from the list.") % {"name": unknown[0]},
            field="columns",
            code="unknown_column",
        )
    if missing := [key for key in NEEDED if key not in keys]:
        raise Refused(
            _("The file needs the column “%(name)s”.") % {"name": COLUMNS[missing[0]][0]},
            field="columns",
            code="needed_column",
        )
    if len(set(keys)) < len(keys) or len(keys) > MOST:
        raise Refused(_("A column is there twice. Leave one of them."), field="columns", code="twice")
    for column in columns:
        refuse_heading(column["heading"])


def refuse_heading(text: str) -> None:
    """Identity codes, bank accounts and tax percentages are payroll's own: no column here is named for them."""
    if _NEVER.search(text):
        raise Refused(
            _("“%(name)s”: identity codes, bank accounts and tax percentages are not kept here. Payroll has them.")
            % {"name": text},
            field="columns",
            code="never_kept",
        )


def table(rows: list[BatchRow], columns: list[Column]) -> Iterator[list[Any]]:
    """Headings, then a row each; sums as Decimal and days as date, for the writer to word."""
    yield [column["heading"] for column in columns]
    cells = [COLUMNS[column["key"]][1] for column in columns]
    for row in rows:
        yield [cell(row) for cell in cells]


def file_name(number: str) -> str:
    """The file's name without its ending."""
    return f"maksuera-{number}"
