"""Rows as a file for Excel or LibreOffice.

Excel takes a cell for a formula when it begins with `=`, `+`, `-` or `@`, and a formula can reach
outside the file. In XLSX text is written as text, which settles it. CSV has no types: there such
a cell gets an apostrophe in front, unless it is a number (`-12,50`) or a phone number
(`+358 40 000 0011`), which can do no harm. `read` takes the apostrophe away again.

Sums have a decimal comma, days are `25.11.2026`, times on the Finnish wall clock.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from coordination.foundation import clock

_FORMULA_MARKS = "=+-@\uff1d\uff0b\uff0d\uff20"
_HARMLESS = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?|\+[0-9][0-9 ()\u00a0-]{4,20}")
_GUARDED = re.compile(rf"'(?='*\s*[{re.escape(_FORMULA_MARKS)}])")
_FORMATS = {datetime: "d.m.yyyy hh:mm", date: "d.m.yyyy", time: "hh:mm", Decimal: "#,##0.00"}
_LONGEST_CELL = 32_767
_WIDTHS = (8, 60)
_USUAL_WIDTH = 18
_ROWS_OF_A_SHEET = 1_000_000


def write_csv(rows: Iterable[Iterable], semicolon: bool = True, bom: bool = True) -> bytes:
    """`rows` as UTF-8 CSV; Finnish Excel wants the semicolon and the mark (`bom`)."""
    return b"".join(stream_csv(rows, semicolon=semicolon, bom=bom))


def stream_csv(rows: Iterable[Iterable], semicolon: bool = True, bom: bool = True) -> Iterator[bytes]:
    """The same file piece by piece, for long exports."""
    if bom:
        yield "\ufeff".encode()
    line = io.StringIO(newline="")
    writer = csv.writer(line, delimiter=";" if semicolon else ",", lineterminator="\r\n")
    for row in rows:
        writer.writerow([_guarded(_text(cell)) for cell in row])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def write_xlsx(sheets: Iterable) -> bytes:
    """A workbook of `sheets`: pairs of a name and rows, the first row being the headings.

    Numbers, sums and days stay what they are; everything else is text, never a formula.
    """
    book = Workbook(write_only=True)
    for name, rows in sheets:
        page = book.create_sheet(_sheet_name(str(name)))
        page.freeze_panes = "A2"
        filled = [list(row) for row in rows]
        for number, width in enumerate(_widths(filled), start=1):
            page.column_dimensions[get_column_letter(number)].width = width
        for index, row in enumerate(filled):
            page.append([_cell(page, value, is_heading=index == 0) for value in row])
    if not book.worksheets:
        book.create_sheet()
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def without_guard(text: str) -> str:
    """`text` without the apostrophe that `write_csv` put in front of it."""
    return _GUARDED.sub("", text, count=1) if text.startswith("'") else text


def _text(value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, float):
        return f"{value:.15g}".replace(".", ",")
    if isinstance(value, datetime):
        shown = _on_the_wall(value)
        return f"{shown.day}.{shown.month}.{shown.year} {shown.hour}:{shown.minute:02}"
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, time):
        return f"{value.hour}:{value.minute:02}"
    return str(value)


def _guarded(text: str) -> str:
    first = text.lstrip()[:1]
    is_formula = first and (first in _FORMULA_MARKS or text[0] in "\t\r\n")
    needs_guard = (is_formula and not _HARMLESS.fullmatch(text)) or _GUARDED.match(text)
    return f"'{text}" if needs_guard else text


def _cell(page, value, *, is_heading: bool) -> WriteOnlyCell:
    if isinstance(value, datetime):
        value = _on_the_wall(value).replace(tzinfo=None)
    if value is None or isinstance(value, bool | int | float | Decimal | date | time):
        cell = WriteOnlyCell(page, value)
        cell.number_format = next((shown for kind, shown in _FORMATS.items() if isinstance(value, kind)), "General")
    else:
        cell = WriteOnlyCell(page, ILLEGAL_CHARACTERS_RE.sub("", str(value))[:_LONGEST_CELL])
        cell.data_type = "s"
    if is_heading:
        cell.font = Font(bold=True)
    return cell


def _on_the_wall(value: datetime) -> datetime:
    return value if value.tzinfo is None else clock.local(value)


def _sheet_name(name: str) -> str:
    """Excel allows 31 letters and none of these marks."""
    return re.sub(r"[\[\]:*?/\\]", " ", name).strip("' ")[:31] or "1"


def _widths(rows: list[list]) -> list[int]:
    """Columns as wide as their longest line, within reason."""
    narrow, wide = _WIDTHS
    widths: list[int] = []
    for row in rows:
        for index, value in enumerate(row):
            if index == len(widths):
                widths.append(narrow)
            widths[index] = max(widths[index], min(len(_text(value)) + 2, wide))
    return widths


def save_xlsx(place: Path, name: str, rows: Iterable[Iterable]) -> None:
    """A workbook of one table written row by row into a file on the disk: for what is too long to be held in memory.

    A table longer than a sheet goes on in the next one under the same headings.
    """
    book = Workbook(write_only=True)
    page, headings = None, None
    for number, row in enumerate(rows):
        cells = list(row)
        headings = headings or cells
        if page is None or not number % _ROWS_OF_A_SHEET:
            page = _long_page(book, name, headings)
            if number == 0:
                continue
        page.append([_cell(page, value, is_heading=False) for value in cells])
    if page is None:
        book.create_sheet(_sheet_name(name))
    book.save(place)


def _long_page(book: Workbook, name: str, headings: list) -> Any:
    page = book.create_sheet(_sheet_name(f"{name} {len(book.worksheets) + 1}" if book.worksheets else name))
    page.freeze_panes = "A2"
    for number in range(1, len(headings) + 1):
        page.column_dimensions[get_column_letter(number)].width = _USUAL_WIDTH
    page.append([_cell(page, value, is_heading=True) for value in headings])
    return page
