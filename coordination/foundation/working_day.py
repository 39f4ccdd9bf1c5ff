"""Working days in Finland, for notices counted in them."""

from __future__ import annotations

from datetime import date, timedelta

from dateutil.easter import easter

SATURDAY = 5
MIDSUMMER_EVE_FROM, FRIDAY = 19, 4
# Month and day. Christmas Eve is counted as the law on counting time does (150/1930, section 5).
FIXED = {(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)}
# Good Friday, Easter Monday and Ascension Day, in days from Easter Sunday.
FROM_EASTER = (-2, 1, 39)
SUNDAYS_FROM_EASTER = (0, 49)
DAY = timedelta(days=1)


def is_working(day: date) -> bool:
    """Whether people are at work: no Saturday, no Sunday, no public holiday, no Christmas or Midsummer Eve."""
    return day.weekday() < SATURDAY and not is_holiday(day)


def is_holiday(day: date) -> bool:
    """Holidays that fall on a weekday; those that are always a Saturday or a Sunday need no saying."""
    if (day.month, day.day) in FIXED or _is_midsummer_eve(day):
        return True
    return day - easter(day.year) in {timedelta(days=days) for days in FROM_EASTER}


def is_public_holiday(day: date) -> bool:
    """Every holiday of the year, also those that are always a Saturday or a Sunday, and the two eves."""
    if is_holiday(day) or day - easter(day.year) in {timedelta(days=days) for days in SUNDAYS_FROM_EASTER}:
        return True
    return _is_midsummer_eve(day - DAY) or _is_all_saints(day)


def before(day: date, count: int) -> date:
    """The working day that is `count` working days before `day`: one before a Monday is the Friday."""
    found = day
    while count:
        found -= DAY
        count -= is_working(found)
    return found


def on_or_after(day: date) -> date:
    """The day itself when people are at work on it, else the next one when they are."""
    found = day
    while not is_working(found):
        found += DAY
    return found


def _is_midsummer_eve(day: date) -> bool:
    """The Friday between the 19th and the 25th of June."""
    return day.month == 6 and day.weekday() == FRIDAY and MIDSUMMER_EVE_FROM <= day.day < MIDSUMMER_EVE_FROM + 7


def _is_all_saints(day: date) -> bool:
    """The Saturday between the 31st of October and the 6th of November."""
    return day.weekday() == SATURDAY and ((day.month, day.day) == (10, 31) or (day.month == 11 and day.day <= 6))
