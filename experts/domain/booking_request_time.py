"""The times an order has besides its possible ones: talks and rehearsals, further meetings, an assignment's days (ET-05, PS-01)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from datetime import time as wall_time
from itertools import pairwise

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import PriceClass
from coordination.foundation import clock, working_day
from coordination.foundation.refused import Refused
from experts.models import Booking, BookingRequest, OfferTime, RequestedTime, Session, WeeklyHours

from .matching.need import taken

Kind = RequestedTime.Kind
Span = tuple[datetime, datetime]
MOST_OTHERS = 99
MOST_DAYS = 100
"""How many times one order may have in all."""


@dataclass(frozen=True)
class Other:
    """One time beside the possible ones (aware datetimes), and how it is paid: as the meeting unless told otherwise."""

    kind: str
    starts_at: datetime
    ends_at: datetime
    price_class: PriceClass | None = None
    included: bool = False


@dataclass(frozen=True)
class Hours:
    """The hours of one weekday (0 is Monday) in an assignment, by the Finnish wall clock."""

    weekday: int
    starts: wall_time
    ends: wall_time


def others_of(order: BookingRequest) -> list[RequestedTime]:
    """The times of the order that are not among the possible ones, in order of time."""
    rows = [row for row in order.times.all() if row.kind != Kind.MAIN]
    return sorted(rows, key=lambda row: (row.starts_at, row.pk))


def weekly(first: Span, count: int) -> list[Span]:
    """The same hours on the Finnish clock, once a week: the first and `count - 1` after it.

    A week in which the clocks skip the hour has none.
    """
    starts, ends = (clock.local(moment) for moment in first)
    found = [(_weeks_later(starts, week), _weeks_later(ends, week)) for week in range(count)]
    return [(since, until) for since, until in found if since and until]


def _weeks_later(moment: datetime, weeks: int) -> datetime | None:
    later = datetime.combine(moment.date() + timedelta(weeks=weeks), moment.time(), clock.HELSINKI)
    exists = clock.local(later.astimezone(UTC)).time() == moment.time()
    return later if exists else None


def write_others(order: BookingRequest, others: Sequence[Other]) -> bool:
    """Keep the other times of the order; rows that stay as they were keep their place. Returns whether any changed.

    Raises `Refused` for more than ninety-nine and for one that ends before it starts. The same hours told twice count
    once.
    """
    rows = sorted({(each.starts_at, each.ends_at): each for each in others}.values(), key=lambda row: row.starts_at)
    if len(rows) > MOST_OTHERS:
        raise Refused(_("An order has a hundred times at most."), field="others", code="too_many_times")
    if any(each.ends_at <= each.starts_at for each in rows):
        raise Refused(_("A time must end after it starts."), field="others", code="backwards")
    before = [
        Other(row.kind, row.starts_at, row.ends_at, row.price_class, row.included)
        for row in order.times.exclude(kind=Kind.MAIN).select_related("price_class").order_by("starts_at", "pk")
    ]
    if before == rows:
        return False
    drop(order, order.times.exclude(kind=Kind.MAIN))
    RequestedTime.objects.bulk_create(_numbered(order, rows))
    return True


def drop(order: BookingRequest, rows: QuerySet) -> None:
    """Take times out of the order. One that a booking or a session once had is retired: what happened at it stays."""
    had = Q(pk__in=Session.objects.values("time")) | Q(pk__in=Booking.objects.values("time"))
    rows.filter(had).update(retired=True, chosen=False)
    rows.delete()
    _forget(order)


def go_on(order: BookingRequest, off: Sequence[Session]) -> None:
    """Somebody left in the middle: only what is still to come is asked of the next one, the first of it as the meeting.

    `off` are the sessions that end now. A time that was called off for everybody before stays off.
    """
    ahead = Q(starts_at__gt=clock.now())
    main = order.times.filter(kind=Kind.MAIN, chosen=True).first()
    drop(order, order.times.exclude(ahead))
    called_off = Session.objects.filter(status=Session.Status.CANCELLED).exclude(pk__in=[each.pk for each in off])
    is_on = Q(pk__in=Session.objects.planned().values("time")) | Q(pk__in=[each.time_id for each in off])
    drop(order, order.times.filter(ahead, pk__in=called_off.values("time")).exclude(is_on))
    if order.times.filter(kind=Kind.MAIN, chosen=True).exists():
        return
    first = next((row for row in others_of(order) if row.kind == Kind.FURTHER), None)
    if first is None:
        return
    # Whoever is asked for another place and said yes to the first evening said yes to all of them.
    if main is not None:
        OfferTime.objects.filter(time=main, offer__booking=None).update(time=first)
    drop(order, order.times.filter(kind=Kind.MAIN))
    first.kind, first.option, first.chosen = Kind.MAIN, 1, True
    first.save(update_fields=["kind", "option", "chosen"])
    _forget(order)


def _numbered(order: BookingRequest, rows: Iterable[Other]) -> list[RequestedTime]:
    counts: dict[str, int] = {}
    made = []
    for each in rows:
        counts[each.kind] = counts.get(each.kind, 0) + 1
        made.append(
            RequestedTime(
                booking_request=order,
                kind=each.kind,
                option=counts[each.kind],
                starts_at=each.starts_at,
                ends_at=each.ends_at,
                price_class=each.price_class,
                included=each.included,
            )
        )
    return made


def write_weekly_hours(order: BookingRequest, hours: Sequence[Hours]) -> bool:
    """Keep the weekly hours of an assignment. Returns whether they changed. Raises `Refused` for backward hours."""
    rows = sorted(hours, key=lambda each: each.weekday)
    if any(each.ends <= each.starts for each in rows):
        raise Refused(_("A time must end after it starts."), field="weekly_hours", code="backwards")
    before = [Hours(row.weekday, row.starts, row.ends) for row in order.weekly_hours.order_by("weekday")]
    if before == rows:
        return False
    order.weekly_hours.all().delete()
    WeeklyHours.objects.bulk_create(
        WeeklyHours(booking_request=order, weekday=each.weekday, starts=each.starts, ends=each.ends) for each in rows
    )
    return True


def lay_out(order: BookingRequest) -> None:
    """Turn an assignment's days and weekly hours into its times: the first is the meeting, the rest go with it.

    Nothing is laid out while something of them is missing. Raises `Refused` for more than a hundred days.
    """
    spans = assignment_spans(order)
    if len(spans) > MOST_DAYS:
        words = _("This comes to %(count)s days of work. A hundred fit into one order: shorten the time.")
        raise Refused(words % {"count": len(spans)}, field="assigned_until", code="too_many_times")
    drop(order, order.times.all())
    first, rest = spans[:1], spans[1:]
    rows = [Other(Kind.MAIN, *span) for span in first] + [Other(Kind.FURTHER, *span) for span in rest]
    RequestedTime.objects.bulk_create(_numbered(order, rows))


def assignment_spans(order: BookingRequest) -> list[Span]:
    """The days of an assignment with their hours (aware datetimes); none while the days or the hours are missing.

    Public holidays are left out, unless the orderer has ticked that work is done on them.
    """
    hours = {row.weekday: row for row in order.weekly_hours.all()}
    if not (order.assigned_from and order.assigned_until and hours):
        return []
    length = (order.assigned_until - order.assigned_from).days + 1
    days = [order.assigned_from + timedelta(days=number) for number in range(min(length, 366))]
    return [
        (
            datetime.combine(day, hours[day.weekday()].starts, clock.HELSINKI),
            datetime.combine(day, hours[day.weekday()].ends, clock.HELSINKI),
        )
        for day in days
        if day.weekday() in hours and (order.works_on_holidays or not working_day.is_public_holiday(day))
    ]


def clash_of(order: BookingRequest) -> tuple[RequestedTime, RequestedTime] | None:
    """Two times of the order one person cannot both come to, with their preparation and debrief; None when all fit.

    The possible times are alternatives, so they may overlap each other.
    """
    mains = [row for row in order.times.all() if row.kind == Kind.MAIN]
    others = others_of(order)
    hours = {row.pk: taken(order, row) for row in [*mains, *others]}
    pairs = [*pairwise(others), *((main, other) for main in mains for other in others)]
    return next(
        (
            (one, another)
            for one, another in pairs
            if hours[one.pk][0] < hours[another.pk][1] and hours[another.pk][0] < hours[one.pk][1]
        ),
        None,
    )


def _forget(order: BookingRequest) -> None:
    """What was read of the times before stands no more."""
    getattr(order, "_prefetched_objects_cache", {}).pop("times", None)
