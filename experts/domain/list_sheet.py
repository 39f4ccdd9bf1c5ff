"""A sheet that people have kept by hand: which row is the heading, which column is what."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from coordination.foundation import identity_code
from coordination.foundation.sheets import Row, Sheet

from .finding import Doubt, Finding, error, note

HEADING_WITHIN = 30
TOTALS = frozenset({"yhteensä", "yht", "summa", "totalt", "total", "sum", "kaikki yhteensä"})
# The column of a returned file that tells why a row stayed out, in each language.
REASONS = ("Miksi rivi ei tullut", "Varför raden inte kom med", "Why the row stayed out")
Names = Mapping[str, Iterable[str]]


def fold(text: str) -> str:
    """For comparing: small letters, marks other than letters and digits as single spaces."""
    plain = unicodedata.normalize("NFKC", str(text)).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


@dataclass
class Heading:
    """Where each matter stands. `columns` maps a matter to the index of its column."""

    sheet: str
    row: int
    texts: list[str]
    columns: dict[str, int]
    unknown: list[int] = field(default_factory=list)
    twice: dict[int, int] = field(default_factory=dict)
    reason: int | None = None

    def has(self, matter: str) -> bool:
        return matter in self.columns

    def cell(self, row: Row, matter: str) -> str:
        index = self.columns.get(matter)
        return row.cells[index].strip() if index is not None and index < len(row.cells) else ""

    def finding(self, doubt: Doubt, row: int, index: int | None) -> Finding:
        """`doubt` told by row and column; without a column it is of the whole row."""
        if index is None:
            return Finding(doubt.kind, doubt.code, self.sheet, row, facts=doubt.facts)
        text = self.texts[index] if index < len(self.texts) else ""
        return Finding(doubt.kind, doubt.code, self.sheet, row, get_column_letter(index + 1), text, doubt.facts)

    def of(self, matter: str, doubt: Doubt, row: int) -> Finding:
        return self.finding(doubt, row, self.columns.get(matter))

    def remarks(self) -> list[Finding]:
        """What is to be said of the columns themselves."""
        known = [self.finding(note("unknown_column"), self.row, index) for index in self.unknown]
        doubled = [
            self.finding(note("column_twice", column=get_column_letter(first + 1)), self.row, index)
            for index, first in self.twice.items()
        ]
        return known + doubled


def heading(sheet: Sheet, names: Names, needed: Iterable[Iterable[str]]) -> Heading | None:
    """The row among the first ones that names most matters; title rows above it are passed over.

    `needed` lists sets of matters: the heading must have all of one of them. None where no row does.
    """
    known = {fold(name): matter for matter, spellings in names.items() for name in spellings}
    found = [_read(sheet.name, row, known) for row in sheet.rows if row.number <= HEADING_WITHIN]
    sound = [head for head in found if any(set(matters) <= set(head.columns) for matters in needed)]
    return max(sound, key=lambda head: len(head.columns), default=None)


def body(sheet: Sheet, head: Heading) -> Iterator[Row]:
    """The rows under the heading; where a page break repeats it, it is left out."""
    for row in sheet.rows:
        if row.number > head.row and row.cells[: len(head.texts)] != head.texts:
            yield row


def is_total(row: Row) -> bool:
    first = next((cell for cell in row.cells if cell), "")
    return fold(first) in TOTALS


def identity_codes(row: Row, head: Heading) -> list[Finding]:
    """An error for every cell that holds an identity code, whatever its column (L-04). The code is never told."""
    found = []
    for index, text in enumerate(row.cells):
        if index == head.reason:
            continue
        if identity_code.find(text):
            found.append(head.finding(error("identity_code"), row.number, index))
        elif identity_code.COVER in text:
            found.append(head.finding(error("covered"), row.number, index))
    return found


def _read(sheet: str, row: Row, known: Mapping[str, str]) -> Heading:
    head = Heading(sheet, row.number, list(row.cells), {})
    reasons = {fold(text) for text in REASONS}
    for index, text in enumerate(row.cells):
        folded = fold(text)
        matter = known.get(folded) or known.get(fold(text.partition("(")[0]))
        if folded in reasons:
            head.reason = index
        elif matter is None:
            head.unknown += [index] if folded else []
        elif matter in head.columns:
            head.twice[index] = head.columns[matter]
        else:
            head.columns[matter] = index
    return head
