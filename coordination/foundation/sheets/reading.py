"""An uploaded XLSX or CSV file as rows of strings, or a refusal that says what to do."""

import csv
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.refused import Refused

from . import csv_text, workbook

MAX_BYTES = 10 * 1024 * 1024
MAX_UNPACKED_BYTES = 80 * 1024 * 1024
MAX_ROWS = 20_000
MAX_COLUMNS = 200
MAX_CELLS = MAX_ROWS * MAX_COLUMNS
MAX_SIGNS = MAX_UNPACKED_BYTES

# What openpyxl and the standard library raise for a damaged or hostile file.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    AttributeError,
    TypeError,
    ValueError,
    SyntaxError,
    OSError,
    RuntimeError,
    NotImplementedError,
    OverflowError,
)


class Row(NamedTuple):
    """One row that holds something: the number that the spreadsheet shows, and the cells."""

    number: int
    cells: list[str]


@dataclass
class _Room:
    """What one file may still hold, all its sheets together. A few bytes can ask for a thousand empty cells, and for one
    long text in each of them.
    """

    cells: int = MAX_CELLS
    signs: int = MAX_SIGNS

    def take(self, cells: list[str]) -> None:
        self.cells -= len(cells)
        self.signs -= sum(map(len, cells))
        if self.cells < 0 or self.signs < 0:
            raise _too_much()


@dataclass(frozen=True)
class Sheet:
    """Empty rows are left out, and so are empty cells after the last full one of a row."""

    name: str
    rows: list[Row] = field(default_factory=list)


Sheets = list[Sheet]


def look(file: BinaryIO, name: str) -> bytes:
    """The bytes of a file that `read` could begin to read; the rows themselves are not read yet.

    For the moment of uploading: raises Refused at once for what is no spreadsheet at all.
    """
    data = _bytes_of(file)
    if name.lower().endswith(".xlsx"):
        _look_into_workbook(data)
    elif name.lower().endswith(".csv"):
        _text_of(data)
    else:
        raise _other_kind()
    return data


def read(file: BinaryIO, name: str) -> Sheets:
    """The sheets of `file`, whose `name` tells by its ending whether it is XLSX or CSV.

    Days come as `2026-11-25`, times as `13:15`, whole numbers without decimals, others with a
    dot; text of a CSV file comes as it stands. Spaces around a cell are dropped.

    Raises Refused for a file that is too large (10 MB, unpacked 80 MB, 20 000 rows, 200 columns, and no more than that of cells and text where they are repeated),
    locked by a password, damaged, or something else than its name says.
    """
    data = _bytes_of(file)
    if name.lower().endswith(".xlsx"):
        return _read_workbook(data)
    if name.lower().endswith(".csv"):
        return _read_text(data, name)
    raise _other_kind()


def _other_kind() -> Refused:
    return Refused(
        _("This file is not a spreadsheet we can read. Save it as .xlsx or .csv and choose it again."),
        field="file",
        code="kind",
    )


def _bytes_of(file: BinaryIO) -> bytes:
    data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Refused(
            _("The file is larger than 10 MB. Take away pictures and sheets that are not needed."),
            field="file",
            code="size",
        )
    if not data.strip():
        raise Refused(_("The file is empty. Choose the file again."), field="file", code="empty")
    return data


def _look_into_workbook(data: bytes) -> None:
    if data.startswith(workbook.OLD_OR_LOCKED):
        raise Refused(
            _("The workbook is locked by a password or saved in an old form. Save it as .xlsx without a password."),
            field="file",
            code="locked",
        )
    try:
        unpacked = workbook.unpacked_size(data)
    except _DAMAGED:
        unpacked = None
    if unpacked is None:
        raise Refused(
            _("The file is named .xlsx but it is not an Excel workbook. Save it in Excel or LibreOffice as .xlsx."),
            field="file",
            code="not_workbook",
        )
    if unpacked > MAX_UNPACKED_BYTES:
        raise _too_much()


def _read_workbook(data: bytes) -> Sheets:
    _look_into_workbook(data)
    try:
        with warnings.catch_warnings():
            # openpyxl warns of drop-down lists and styles that it does not know: none concerns values.
            warnings.simplefilter("ignore", UserWarning)
            room = _Room()
            return [_sheet(title, rows, room) for title, rows in workbook.sheets(data)]
    except _DAMAGED:
        raise Refused(
            _("The workbook is damaged. Open it in Excel or LibreOffice, save it again as .xlsx and choose it again."),
            field="file",
            code="damaged",
        ) from None


def _read_text(data: bytes, name: str) -> Sheets:
    title = PurePath(name).stem or str(pgettext_lazy("spreadsheet", "Sheet"))
    try:
        return [_sheet(title, csv_text.rows(_text_of(data)), _Room())]
    except csv.Error:
        raise _too_much() from None


def _text_of(data: bytes) -> str:
    text = csv_text.decoded(data)
    if text is None:
        raise Refused(
            _("The file is named .csv but it holds no text. Save the sheet as CSV and choose it again."),
            field="file",
            code="not_text",
        )
    return text


def _sheet(name: str, rows: Iterable[list[str]], room: _Room) -> Sheet:
    return Sheet(name, list(_full_rows(rows, room)))


def _full_rows(rows: Iterable[list[str]], room: _Room) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        room.take(cells)
        while cells and not cells[-1]:
            cells.pop()
        if number > workbook.LAST_ROW or (cells and number > MAX_ROWS) or len(cells) > MAX_COLUMNS:
            raise _too_much()
        if cells:
            yield Row(number, cells)


def _too_much() -> Refused:
    return Refused(
        _("The sheet has more than 20,000 rows or 200 columns. Split it into several files."),
        field="file",
        code="too_much",
    )
