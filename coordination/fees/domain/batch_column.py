"""The columns a payment file may have, and what stands in each. Identity codes, bank accounts and taxes are none of them (2.5)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.models import BatchRow, TravelClaim
from coordination.foundation import clock, identity_code
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
    "pay": (_("How the money comes"), lambda row: str(TravelClaim.Pay.CASH.label) if row.in_cash else ""),
}
USUAL = (
    "batch", "number", "payee", "payee_number", "business_id", "cost_centre", "kind", "income_type", "reimbursement",
    "quantity", "rate", "amount", "currency", "earned_on", "approved_on", "replaces",
    "pay",
)  # fmt: skip
NEEDED = ("number", "payee", "amount")
FIXED = "fixed"
"""A column with the same text on every row, or left for payroll to fill in: {key, heading, text}. There may be several."""
MOST, LONGEST = 30, 60
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
    """Raise `Refused` for the first of `problems`."""
    for __, problem in problems(columns):
        raise problem


def problems(columns: list[Column]) -> Iterator[tuple[int | None, Refused]]:
    """What is wrong, and with which column (its place from 0; None: with all of them together): unknown, doubled and
    missing ones, and a heading of what is never kept here.
    """
    seen: set[str] = set()
    for place, column in enumerate(columns):
        if problem := _problem(column, seen):
            yield place, problem
        seen.add(column["key"])
    for key in NEEDED:
        if key not in seen:
            words = _("The file needs the column “%(name)s”.") % {"name": COLUMNS[key][0]}
            yield None, Refused(words, field="columns", code="needed_column")
    if len(columns) > MOST:
        words = _("The file has at most %(most)s columns. Remove some.") % {"most": MOST}
        yield None, Refused(words, field="columns", code="too_many")


def _problem(column: Column, seen: set[str]) -> Refused | None:
    key, heading = column["key"], column["heading"]
    if key not in COLUMNS and key != FIXED:
        words = _("There is no column “%(name)s”. Choose from the list.") % {"name": key}
        return Refused(words, field="key", code="unknown_column")
    if key in seen and key != FIXED:
        return Refused(_("A column is there twice. Leave one of them."), field="key", code="twice")
    if key == FIXED and not heading.strip():
        return Refused(_("Write a heading for the column."), field="heading", code="no_heading")
    if _NEVER.search(heading):
        # Identity codes, bank accounts and tax percentages are payroll's own: no column here is named for them.
        words = _("“%(name)s”: identity codes, bank accounts and tax percentages are not kept here. Payroll has them.")
        return Refused(words % {"name": heading}, field="heading", code="never_kept")
    for field in ("heading", "text"):
        if identity_code.find(column.get(field, "")):
            return Refused(identity_code.MESSAGE, field=field, code=identity_code.CODE)
    return None


def table(rows: list[BatchRow], columns: list[Column]) -> Iterator[list[Any]]:
    """Headings, then a row each; sums as Decimal and days as date, for the writer to word."""
    yield [column["heading"] for column in columns]
    cells = [_cell(column) for column in columns]
    for row in rows:
        yield [cell(row) for cell in cells]


def _cell(column: Column) -> Cell:
    if column["key"] == FIXED:
        return lambda row: column.get("text", "")
    return COLUMNS[column["key"]][1]


def file_name(number: str) -> str:
    """The file's name without its ending."""
    return f"maksuera-{number}"
