"""Finland's time zone for other people's calendar programs.

The library writes a zone as the list of all its days of change, and a program that loses that list on the way shows
every summer's meeting an hour off. Here stand the two yearly rules that have held since 1996.
"""

from __future__ import annotations

from icalendar import Timezone

RULES = """\
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:DAYLIGHT
DTSTART:19960331T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T040000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""


def helsinki() -> Timezone:
    """The zone of `clock.local` as a component; made anew for each calendar, since a calendar owns its parts."""
    return Timezone.from_ical(RULES)
