"""Reads CSV text in whatever encoding and with whatever separator it was saved."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from .writing import without_guard

_SEPARATORS = ";\t,"
_SAMPLE_ROWS = 30


def decoded(data: bytes) -> str | None:
    """The text of `data`: UTF-8, UTF-16 with its mark, else what Windows writes. None for no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decoded_as(data, "utf-16")
    if b"\0" in data:
        return None
    return _decoded_as(data, "utf-8-sig") or _decoded_as(data, "cp1252") or data.decode("latin-1")


def rows(text: str) -> Iterator[list[str]]:
    """Every row, also the empty ones, so that their order is their number in the spreadsheet."""
    hint, _end, rest = text.partition("\n")
    if hint.strip().lower() in {f"sep={mark}" for mark in _SEPARATORS}:
        separator, text = hint.strip()[-1], rest
    else:
        separator = _separator(text)
    for row in _parsed(text, separator):
        yield [without_guard(cell.strip()) for cell in row]


def _decoded_as(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _parsed(text: str, separator: str) -> Iterator[list[str]]:
    csv.field_size_limit(1_000_000)
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)


def _separator(text: str) -> str:
    """The mark that cuts most rows into the same number of cells, and into most of them.

    A comma inside an address cuts some rows only; the true separator cuts all alike.
    """

    def evenness(separator: str) -> int:
        widths = Counter(len(row) for row in islice(_parsed(text, separator), _SAMPLE_ROWS) if row)
        return max(((width - 1) * rows for width, rows in widths.items()), default=0)

    return max(_SEPARATORS, key=evenness)
