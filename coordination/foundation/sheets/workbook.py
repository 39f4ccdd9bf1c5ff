"""Reads an XLSX workbook cell by cell, values only, without trusting its claims of size."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import openpyxl

OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
"""How the old XLS and a password-protected XLSX begin."""
LAST_ROW = 1_048_576


def unpacked_size(data: bytes) -> int | None:
    """Bytes of all parts of the workbook, or None if the file is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        names = parts.namelist()
        if "[Content_Types].xml" not in names or not any(name.startswith("xl/workbook") for name in names):
            return None
        return sum(part.file_size for part in parts.infolist())


def sheets(data: bytes) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Name and rows of each sheet, hidden ones too; every row comes, also the empty ones.

    Raises what openpyxl raises for a damaged file, also while the rows are being read.
    """
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    for sheet in book.worksheets:
        # The size that a sheet claims may be a lie, or a million empty rows.
        sheet.reset_dimensions()
        yield sheet.title, ([_as_text(cell) for cell in row] for row in sheet.iter_rows())
    book.close()


def _as_text(cell) -> str:
    """One cell as a string that reads the same in every language."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, int | float):
        return _figure(value, cell.number_format)
    if isinstance(value, datetime):
        return _moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return str(value).strip()


def _figure(value: float, shown_as: str) -> str:
    if not float(value).is_integer():
        # Excel shows 15 digits: 0.1 + 0.2 is 0.3 there, and is so here.
        return f"{value:.15g}"
    # A postal code kept as a number is shown with its zeros: 00100.
    return f"{value:.0f}".zfill(len(shown_as) if set(shown_as) == {"0"} else 0)


def _moment(value: datetime) -> str:
    """Excel keeps a time as a fraction of a day: round away what that lost."""
    near = (value + timedelta(seconds=30)).replace(second=0, microsecond=0)
    return near.date().isoformat() if not (near.hour or near.minute) else near.isoformat(" ", timespec="minutes")
