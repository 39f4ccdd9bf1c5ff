"""Finland's time zone for other people's calendar programs.

The library writes a zone as the list of all its days of change; programs that read no such list (RDATE) show every
summer's meeting an hour off. The two yearly rules that have held since 1996 are read by all of them.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard
from icalendar.cal.component import Component

TZID = "Europe/Helsinki"
WINTER, SUMMER = timedelta(hours=2), timedelta(hours=3)


def helsinki() -> Timezone:
    """The zone as a VTIMEZONE component; made anew for each calendar, since a calendar owns its parts."""
    zone = Timezone()
    zone.add("TZID", TZID)
    zone.add_component(_season(TimezoneDaylight(), "EEST", _floating(date(1996, 3, 31), 3), WINTER, SUMMER))
    zone.add_component(_season(TimezoneStandard(), "EET", _floating(date(1996, 10, 27), 4), SUMMER, WINTER))
    return zone


def _floating(day: date, hour: int) -> datetime:
    """A moment of the wall clock, without a zone: these lines are what makes the zone."""
    return datetime.combine(day, time(hour))


def _season(season: Component, name: str, first: datetime, before: timedelta, after: timedelta) -> Component:
    """Begins on the last Sunday of the month of its `first` day (a wall clock's moment)."""
    season.add("DTSTART", first)
    season.add("RRULE", {"FREQ": "YEARLY", "BYMONTH": first.month, "BYDAY": "-1SU"})
    season.add("TZNAME", name)
    season.add("TZOFFSETFROM", before)
    season.add("TZOFFSETTO", after)
    return season
