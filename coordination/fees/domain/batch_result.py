"""What payroll tells of a batch, read back from a sheet: number, outcome, day, reason."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import BinaryIO

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coordination.fees.mails import fee as mails
from coordination.fees.models import BatchRow, Fee, PaymentBatch
from coordination.foundation import clock, identity_code, sheets
from coordination.foundation.fields import EuroField, FinnishDateField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor

from . import payment

Outcome = BatchRow.Outcome
HEADINGS = {
    "number": ("numero", "nummer", "number", "rivi"),
    "outcome": ("tulos", "tila", "resultat", "status", "outcome", "result"),
    "on": ("päivä", "pvm", "maksupäivä", "dag", "datum", "betalningsdag", "date", "day", "paid on"),
    "reason": ("syy", "orsak", "reason"),
    "amount": ("summa", "määrä", "määrä, €", "belopp", "belopp, €", "amount", "amount, €", "sum"),
    "currency": ("valuutta", "valuta", "currency"),
}
NEEDED = ("number", "outcome", "on")
WORDS = {
    Outcome.PAID: ("maksettu", "betald", "betalt", "paid"),
    Outcome.RETURNED: ("palautettu", "palautunut", "returnerad", "återsänd", "returned"),
}
EUROS = ("EUR", "€", "EURO", "EUROA")
MOST_TOLD = 100


@dataclass
class Line:
    """A row of the sheet by its own number, what it says, and what is wrong in it: heading of the column and why."""

    place: int
    number: str = ""
    outcome: str = ""
    on: date | None = None
    reason: str = ""
    row: BatchRow | None = None
    problems: list[tuple[str, Promise | str]] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        return not self.problems


@dataclass(frozen=True)
class Report:
    lines: list[Line]
    stored: bool = False

    @property
    def sound(self) -> list[Line]:
        return [line for line in self.lines if line.is_sound]

    @property
    def wrong(self) -> list[Line]:
        return [line for line in self.lines if not line.is_sound]

    @property
    def told(self) -> list[Line]:
        """The first of the wrong ones: whoever has chosen another file sees so from these."""
        return self.wrong[:MOST_TOLD]


def read(batch: PaymentBatch, file: BinaryIO, name: str) -> Report:
    """Check every row against the batch; nothing is stored. Raises `Refused` for a file that is no sheet, or has not the columns."""
    rows = [row for sheet in sheets.read(file, name)[:1] for row in sheet.rows]
    if not rows:
        raise Refused(_("The file is empty. Choose the file again."), field="file", code="empty")
    heads = _heads(rows[0].cells)
    known = {row.fee.number: row for row in batch.rows.select_related("fee__payer", "fee__payee")}
    elsewhere = set(
        BatchRow.objects.exclude(batch=batch)
        .filter(fee__number__in=_numbers(rows, heads))
        .values_list("fee__number", flat=True)
    )
    lines = [_line(row, rows[0].cells, heads, known, elsewhere, batch) for row in rows[1:]]
    _find_doubles(lines, _column(rows[0].cells, heads, "number"))
    return Report(lines)


def _find_doubles(lines: list[Line], heading: str) -> None:
    """What is said twice is wrong both times: nobody guesses which of them payroll meant."""
    places: dict[str, list[int]] = defaultdict(list)
    for line in lines:
        places[line.number].append(line.place)
    for line in lines:
        first, last = places[line.number][0], places[line.number][-1]
        if first != last:
            also = last if line.place == first else first
            line.problems.append(
                (heading, _("The same row is in the file twice: also on row %(row)s.") % {"row": also})
            )


@transaction.atomic
def store(batch: PaymentBatch, report: Report, by: Actor, *, only_sound: bool = False) -> Report:
    """Write the outcomes down: all or nothing, unless only the sound rows are asked for.

    A refusal while storing (somebody was there before) stores nothing either. Raises `Refused`.
    """
    if report.wrong and not only_sound:
        return report
    keys = sorted(line.row.fee_id for line in report.sound)
    list(Fee.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    for line in sorted(report.sound, key=lambda line: line.row.fee_id):
        if line.outcome == Outcome.PAID:
            payment.mark_paid(line.row.fee, by, on=line.on, tell=False)
        else:
            payment.send_back(line.row.fee, by, reason=line.reason, on=line.on, tell=False)
    mails.paid(line.row.fee for line in report.sound if line.outcome == Outcome.PAID)
    mails.returned(line.row.fee for line in report.sound if line.outcome == Outcome.RETURNED)
    return Report(report.lines, stored=bool(report.sound))


def _heads(cells: list[str]) -> dict[str, int]:
    written = [cell.strip().casefold() for cell in cells]
    heads = {
        key: next(place for place, word in enumerate(written) if word in words)
        for key, words in HEADINGS.items()
        if any(word in words for word in written)
    }
    if missing := [key for key in NEEDED if key not in heads]:
        raise Refused(
            _("The first row must name the columns. This one is missing: %(name)s.")
            % {"name": HEADINGS[missing[0]][0].capitalize()},
            field="file",
            code="columns",
        )
    return heads


def _numbers(rows: list[sheets.Row], heads: dict[str, int]) -> list[str]:
    return [_cell(row, heads, "number").upper() for row in rows[1:]]


def _cell(row: sheets.Row, heads: dict[str, int], key: str) -> str:
    place = heads.get(key)
    return row.cells[place].strip() if place is not None and place < len(row.cells) else ""


def _column(cells: list[str], heads: dict[str, int], key: str) -> str:
    return cells[heads[key]] if key in heads else HEADINGS[key][0].capitalize()


def _line(row, cells, heads, known, elsewhere, batch) -> Line:
    line = Line(place=row.number, number=_cell(row, heads, "number").upper(), reason=_cell(row, heads, "reason"))

    def wrong(key: str, why: Promise | str) -> None:
        line.problems.append((_column(cells, heads, key), why))

    line.row = known.get(line.number)
    for key, why in (*_of_number(line, elsewhere), *_of_outcome(line, _cell(row, heads, "outcome"))):
        wrong(key, why)
    line.on, why = _day(_cell(row, heads, "on"), batch)
    if why:
        wrong("on", why)
    for key, why in _of_sum(line, _cell(row, heads, "amount"), _cell(row, heads, "currency")):
        wrong(key, why)
    return line


def _of_number(line: Line, elsewhere: set[str]):
    if line.row is None:
        if line.number in elsewhere:
            yield "number", _("The row is in another batch.")
        else:
            yield "number", _("There is no such row in this batch.")
    elif line.row.outcome == Outcome.PAID:
        yield "number", _("The row has been paid already.")
    elif line.row.outcome == Outcome.RETURNED:
        yield "number", _("The row has come back already.")


def _of_outcome(line: Line, said: str):
    word = said.casefold()
    line.outcome = next((outcome for outcome, words in WORDS.items() if word in words), "")
    if not line.outcome:
        yield "outcome", _("Write “maksettu” or “palautettu”.")
    if line.outcome == Outcome.RETURNED and not line.reason:
        yield "reason", _("Tell why it came back.")
    if identity_code.find(line.reason):
        yield "reason", identity_code.MESSAGE


def _day(said: str, batch: PaymentBatch) -> tuple[date | None, Promise | str]:
    try:
        day = FinnishDateField().clean(said)
    except ValidationError as error:
        return None, error.messages[0]
    if day > clock.today():
        return day, _("The day has not come yet.")
    if batch.closed_at and day < clock.local(batch.closed_at).date():
        return day, _("The day is before the batch was closed.")
    return day, ""


def _of_sum(line: Line, said: str, currency: str):
    if currency and currency.upper() not in EUROS:
        yield "currency", _("Only euros: this row says %(currency)s.") % {"currency": currency[:10]}
    if not said:
        return
    try:
        amount: Decimal = EuroField(min_value=None).clean(said)
    except ValidationError as error:
        yield "amount", error.messages[0]
        return
    if line.row is None:
        return
    if amount < 0 <= line.row.amount:
        yield "amount", _("The sum is negative. Only a reversal is.")
    elif amount != line.row.amount:
        yield "amount", _("The sum is not the one of the batch.")
