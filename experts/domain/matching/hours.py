"""When an expert can come, as conditions of the database: taken hours, rest days, the month's limit, told times."""

from __future__ import annotations

from datetime import timedelta
from functools import reduce
from operator import or_

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from experts.models import Availability, AwayPeriod, Booking, BusyTime, Expert, PastBooking, SpecialDay

from .among import NOBODY, among
from .need import Need, Option, midnight, month_after

WORKING = (Booking.Status.CONFIRMED, Booking.Status.HELD)


def taken(need: Need, option: Option) -> Q:
    """A confirmed booking takes hours of this time, of its preparation or debrief, or of a rehearsal."""
    spans = [(option.starts_at, option.ends_at), *need.extra]
    clash = reduce(or_, (Q(starts_at__lt=ends, ends_at__gt=starts) for starts, ends in spans))
    return Q(Exists(BusyTime.objects.filter(clash, expert=OuterRef("pk"))))


def clear(need: Need, option: Option, rest_days: list[int]) -> Q:
    """Nothing speaks against this time (taken hours aside): rest, the month's limit, told times, days away."""
    return suits(option) & ~resting(need, option, rest_days) & ~month_full(need, option)


def suits(option: Option) -> Q:
    """Inside what the expert has told; who has told no ordinary week is taken to be able."""
    starts, ends = option.wall
    days = {"day__range": (option.first_day, option.last_day)}
    away = among(AwayPeriod.objects.filter(starts_on__lte=option.last_day, ends_on__gte=option.first_day))
    cannot = among(SpecialDay.objects.filter(_touching(option), available=False, **days))
    told = Availability.objects.all()
    if option.within_a_day:
        covering = {"starts__lte": starts, "ends__gte": ends}
        usual = among(told.filter(weekday=option.first_day.weekday(), **covering))
        specially = among(SpecialDay.objects.filter(day=option.first_day, available=True, **covering))
    else:
        usual = specially = NOBODY
    return (usual | specially | ~among(told)) & ~away & ~cannot


def _touching(option: Option) -> Q:
    """Hours of a special day that touch the option; over midnight each day has its part."""
    starts, ends = option.wall
    if option.within_a_day:
        return Q(starts__lt=ends, ends__gt=starts)
    first = Q(day=option.first_day, ends__gt=starts)
    last = Q(day=option.last_day, starts__lt=ends)
    return first | last | Q(day__gt=option.first_day, day__lt=option.last_day)


def resting(need: Need, option: Option, rest_days: list[int]) -> Q:
    """Another booking begins within the expert's own number of rest days, before or after.

    Days are Finnish days, so the bounds are instants worked out for each number of rest days in use.
    """
    rows = _working(need)
    close = NOBODY
    for days in rest_days:
        since, until = midnight(option.day - timedelta(days=days)), midnight(option.day + timedelta(days=days + 1))
        near = rows.filter(ends_at__gt=since, starts_at__gte=since, starts_at__lt=until)
        close |= Q(rest_days=days) & Q(Exists(near))
    return close


def rest_days_in_use() -> list[int]:
    """The numbers of rest days anybody has set: one small query instead of sixty bounds."""
    return sorted(Expert.objects.filter(rest_days__gt=0).order_by().values_list("rest_days", flat=True).distinct())


def month_full(need: Need, option: Option) -> Q:
    """The expert's own limit of bookings is reached in the month of this time."""
    since, until = midnight(option.month), midnight(month_after(option.month))
    rows = _working(need).filter(ends_at__gt=since, starts_at__gte=since, starts_at__lt=until)
    past = _past().filter(held_on__gte=option.month, held_on__lt=month_after(option.month))
    return Q(max_per_month__isnull=False) & Q(max_per_month__lte=_count(rows) + _count(past))


def recent_work(need: Need) -> Coalesce:
    """How many bookings lately: the last ninety days and what is agreed ahead, imported ones too."""
    rows = _working(need).filter(ends_at__gte=need.recent_from)
    return _count(rows) + _count(_past().filter(held_on__gte=need.recent_from_day))


def _working(need: Need) -> QuerySet[Booking]:
    rows = Booking.objects.filter(expert=OuterRef("pk"), status__in=WORKING)
    return rows.exclude(booking_request=need.order).order_by()


def _past() -> QuerySet[PastBooking]:
    return PastBooking.objects.filter(expert=OuterRef("pk"), outcome=PastBooking.Outcome.HELD).order_by()


def _count(rows: QuerySet) -> Coalesce:
    counted = rows.values("expert").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
