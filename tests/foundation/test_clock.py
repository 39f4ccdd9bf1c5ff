from datetime import UTC, date, datetime

import pytest
import time_machine

from coordination.foundation import clock

LATE_EVENING_IN_UTC = datetime(2026, 11, 21, 22, 30, tzinfo=UTC)


@time_machine.travel(LATE_EVENING_IN_UTC, tick=False)
def test_today_is_the_day_in_finland():
    assert (clock.now(), clock.today()) == (LATE_EVENING_IN_UTC, date(2026, 11, 22))


@time_machine.travel(LATE_EVENING_IN_UTC, tick=False)
@pytest.mark.parametrize(
    ("demo_day", "instant"),
    [
        (date(2026, 3, 2), datetime(2026, 3, 1, 22, 30, tzinfo=UTC)),
        (date(2026, 7, 2), datetime(2026, 7, 1, 21, 30, tzinfo=UTC)),
    ],
)
def test_a_demo_stands_on_its_day_at_the_present_wall_time(settings, demo_day, instant):
    settings.DEMO_TODAY = demo_day

    assert (clock.now(), clock.today()) == (instant, demo_day)


@time_machine.travel(datetime(2026, 11, 21, 1, 30, tzinfo=UTC), tick=False)
def test_a_wall_time_that_the_demo_day_skips_is_still_an_instant(settings):
    settings.DEMO_TODAY = date(2026, 3, 29)

    assert clock.today() == date(2026, 3, 29)
