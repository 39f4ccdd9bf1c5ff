"""What time it is. The only place that asks, so that a demo can stand on a given day."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

HELSINKI = ZoneInfo("Europe/Helsinki")


def now() -> datetime:
    """This instant as an aware datetime in UTC.

    In a demo with `settings.DEMO_TODAY` (a date) it is that day at the present wall time.
    """
    instant = timezone.now()
    demo_day: date | None = getattr(settings, "DEMO_TODAY", None)
    if demo_day is None:
        return instant
    wall = instant.astimezone(HELSINKI).timetz()
    return datetime.combine(demo_day, wall).astimezone(UTC)


def today() -> date:
    """The date it is now in Finland."""
    return local(now()).date()


def local(instant: datetime) -> datetime:
    """`instant` (aware) on a Finnish wall clock."""
    return instant.astimezone(HELSINKI)
