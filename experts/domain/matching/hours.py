"""When an expert can come, as conditions of the database: taken hours, rest days, the month's limit, told times."""

from __future__ import annotations

from datetime import date, timedelta
from functools import reduce
from operator import and_, or_

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from experts.models import Availability, AwayPeriod, Booking, BusyTime, Expert, PastBooking, Session, SpecialDay

from .among import NOBODY, among
from .need import Need, Option, midnight, month_after

WORKING = (Booking.Status.CONFIRMED, Booking.Status.HELD)
ON = (Session.Status.PLANNED, Session.Status.HELD)


def taken(need: Need, option: Option) -> Q:
    """A confirmed booking takes hours of this time with its preparation and debrief, or of a further time."""
    times = [option, *need.extra]
    clash = reduce(or_, (Q(starts_at__lt=each.ends_at, ends_at__gt=each.starts_at) for each in times))
    return Q(Exists(BusyTime.objects.filter(clash, expert=OuterRef("pk"))))


def clear(need: Need, option: Option, rest_days: list[int]) -> Q:
    """Nothing speaks against this time and what goes with it (taken hours aside): rest, limits, told times, days away."""
    times = [option, *need.extra]
    months = sorted({each.month for each in times})
    full = reduce(or_, (month_full(need, month) for month in months))
    return suits(option) & goes(need) & ~resting(need, times, rest_days) & ~full


def goes(need: Need) -> Q:
    """All the further times are inside what the expert has told.

    An assignment repeats the same hours for weeks, so each of its weekdays is asked once, without single exceptions.
    """
    if not need.extra:
        return Q()
    away = among(AwayPeriod.objects.filter(reduce(or_, (_away(each) for each in need.extra))))
    cannot = SpecialDay.objects.filter(reduce(or_, (_cannot(each) for each in need.extra)), available=False)
    if need.is_assignment:
        weekly = {(each.first_day.weekday(), *each.wall, each.within_a_day): each for each in need.extra}
        told = [_usual(each) for each in weekly.values()]
    else:
        told = [_usual(each) | _specially(each) for each in need.extra]
    return (reduce(and_, told) | ~among(Availability.objects.all())) & ~away & ~among(cannot)


def suits(option: Option) -> Q:
    """Inside what the expert has told; who has told no ordinary week is taken to be able."""
    away = among(AwayPeriod.objects.filter(_away(option)))
    cannot = among(SpecialDay.objects.filter(_cannot(option), available=False))
    return (_usual(option) | _specially(option) | ~among(Availability.objects.all())) & ~away & ~cannot


def _away(option: Option) -> Q:
    return Q(starts_on__lte=option.last_day, ends_on__gte=option.first_day)


def _cannot(option: Option) -> Q:
    return Q(day__range=(option.first_day, option.last_day)) & _touching(option)


def _usual(option: Option) -> Q:
    """The ordinary week covers it."""
    if not option.within_a_day:
        return NOBODY
    starts, ends = option.wall
    weekday = option.first_day.weekday()
    return among(Availability.objects.filter(weekday=weekday, starts__lte=starts, ends__gte=ends))


def _specially(option: Option) -> Q:
    """An exception of that very day covers it."""
    if not option.within_a_day:
        return NOBODY
    starts, ends = option.wall
    exceptions = SpecialDay.objects.filter(day=option.first_day, available=True)
    return among(exceptions.filter(starts__lte=starts, ends__gte=ends))


def _touching(option: Option) -> Q:
    """Hours of a special day that touch the option; over midnight each day has its part."""
    starts, ends = option.wall
    if option.within_a_day:
        return Q(starts__lt=ends, ends__gt=starts)
    first = Q(day=option.first_day, ends__gt=starts)
    last = Q(day=option.last_day, starts__lt=ends)
    return first | last | Q(day__gt=option.first_day, day__lt=option.last_day)


def resting(need: Need, times: list[Option], rest_days: list[int]) -> Q:
    """A session of another booking begins within the expert's own number of rest days, before or after any of these.

    Days are Finnish days, so the bounds are instants worked out for each number of rest days in use.
    """
    rows = _sessions(need)
    close = NOBODY
    for days in rest_days:
        near = reduce(or_, (_around(each.day, days) for each in times))
        close |= Q(rest_days=days) & Q(Exists(rows.filter(near)))
    return close


def _around(day: date, days: int) -> Q:
    since, until = midnight(day - timedelta(days=days)), midnight(day + timedelta(days=days + 1))
    return Q(ends_at__gt=since, starts_at__gte=since, starts_at__lt=until)


def rest_days_in_use() -> list[int]:
    """The numbers of rest days anybody has set: one small query instead of sixty bounds."""
    return sorted(Expert.objects.filter(rest_days__gt=0).order_by().values_list("rest_days", flat=True).distinct())


def month_full(need: Need, month: date) -> Q:
    """The expert's own limit of bookings is reached in a month (its first day); a booking counts once in each of its months."""
    since, until = midnight(month), midnight(month_after(month))
    rows = _sessions(need).filter(ends_at__gt=since, starts_at__gte=since, starts_at__lt=until)
    counted = rows.values("booking__expert").annotate(n=Count("booking", distinct=True)).values("n")
    own = Coalesce(Subquery(counted, output_field=IntegerField()), 0)
    past = _past().filter(held_on__gte=month, held_on__lt=month_after(month))
    return Q(max_per_month__isnull=False) & Q(max_per_month__lte=own + _count(past))


def recent_work(need: Need) -> Coalesce:
    """How many bookings lately: the last ninety days and what is agreed ahead, imported ones too."""
    rows = _working(need).filter(ends_at__gte=need.recent_from)
    return _count(rows) + _count(_past().filter(held_on__gte=need.recent_from_day))


def _working(need: Need) -> QuerySet[Booking]:
    rows = Booking.objects.filter(expert=OuterRef("pk"), status__in=WORKING)
    return rows.exclude(booking_request=need.order).order_by()


def _sessions(need: Need) -> QuerySet[Session]:
    rows = Session.objects.filter(booking__expert=OuterRef("pk"), booking__status__in=WORKING, status__in=ON)
    return rows.exclude(booking__booking_request=need.order).order_by()


def _past() -> QuerySet[PastBooking]:
    return PastBooking.objects.filter(expert=OuterRef("pk"), outcome=PastBooking.Outcome.HELD).order_by()


def _count(rows: QuerySet) -> Coalesce:
    counted = rows.values("expert").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
