"""Finnish working days, around every kind of holiday."""

from __future__ import annotations

from datetime import date

import pytest

from coordination.foundation import working_day


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 1, 1),
        date(2026, 1, 6),
        date(2026, 4, 3),
        date(2026, 4, 6),
        date(2026, 5, 1),
        date(2026, 5, 14),
        date(2026, 6, 19),
        date(2027, 6, 25),
        date(2027, 12, 6),
        date(2026, 12, 24),
        date(2026, 12, 25),
        date(2026, 11, 21),
        date(2026, 11, 22),
    ],
)
def test_nobody_is_at_work(day):
    assert not working_day.is_working(day)


@pytest.mark.parametrize(
    "day",
    [date(2026, 4, 5), date(2026, 5, 24), date(2026, 6, 20), date(2026, 10, 31), date(2027, 11, 6), date(2026, 12, 6)],
)
def test_some_holidays_are_always_on_a_weekend(day):
    assert working_day.is_public_holiday(day)


@pytest.mark.parametrize("day", [date(2026, 11, 7), date(2026, 10, 24), date(2026, 6, 27), date(2026, 11, 22)])
def test_a_plain_weekend_is_no_holiday(day):
    assert not working_day.is_public_holiday(day)


@pytest.mark.parametrize("day", [date(2026, 4, 2), date(2026, 6, 18), date(2026, 6, 22), date(2026, 12, 23)])
def test_the_days_beside_are_working_days(day):
    assert working_day.is_working(day)


@pytest.mark.parametrize(
    ("day", "count", "found"),
    [
        (date(2026, 11, 25), 1, date(2026, 11, 24)),
        (date(2026, 11, 30), 1, date(2026, 11, 27)),
        (date(2026, 11, 30), 5, date(2026, 11, 23)),
        (date(2026, 11, 28), 5, date(2026, 11, 23)),
        (date(2026, 12, 29), 3, date(2026, 12, 22)),
        (date(2026, 4, 7), 1, date(2026, 4, 2)),
        (date(2026, 11, 25), 0, date(2026, 11, 25)),
    ],
)
def test_so_many_working_days_before(day, count, found):
    assert working_day.before(day, count) == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (date(2026, 12, 4), date(2026, 12, 4)),
        (date(2026, 12, 6), date(2026, 12, 7)),
        (date(2026, 12, 24), date(2026, 12, 28)),
    ],
)
def test_a_day_nobody_works_gives_way_to_the_next_one(asked, found):
    answer = working_day.on_or_after(asked)

    assert answer == found
