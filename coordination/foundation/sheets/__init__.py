"""Spreadsheets in and out: rows of strings, without models.

Read: XLSX, and CSV however it was saved. Written: XLSX with real numbers and days, and CSV that
Finnish Excel opens. Limits and refusals are in `reading`, the rule against formulas in `writing`.
"""

from .reading import Row, Sheet, Sheets, look, read
from .writing import save_xlsx, stream_csv, write_csv, write_xlsx

__all__ = ["Row", "Sheet", "Sheets", "look", "read", "save_xlsx", "stream_csv", "write_csv", "write_xlsx"]
