"""Months as people write them in an address: `2026-11`."""

from __future__ import annotations

import calendar
import re
from datetime import date


def read(text: str) -> date | None:
    """The first day of the month, or None for what is no month between the years 1000 and 2999."""
    found = re.fullmatch(r"([12][0-9]{3})-(0[1-9]|1[0-2])", text or "")
    return date(int(found[1]), int(found[2]), 1) if found else None


def first_day(day: date) -> date:
    return day.replace(day=1)


def last_day(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def before(day: date) -> date:
    """The first day of the month before."""
    return date(day.year - (day.month == 1), day.month - 1 or 12, 1)


def after(day: date) -> date:
    """The first day of the month after."""
    return date(day.year + (day.month == 12), day.month % 12 + 1, 1)
