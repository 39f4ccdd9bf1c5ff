"""What waits for an expert: answers first, then ticks, debriefs and the CV."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person
from coordination.records.domain import rule
from experts.models import CV, Booking, Debrief, Expert, Offer

from . import briefing, moving, support


def for_expert(person: Person) -> list[Todo]:
    """The person's matters as an expert; none when not one. Due times are aware."""
    expert = Expert.objects.filter(person=person).select_related("unit").first()
    if expert is None:
        return []
    return [
        *_offers(expert),
        *support.for_expert(expert),
        *moving.asked_of_expert(person),
        *briefing.of_leave(expert),
        *_bookings(expert),
        *_cvs(expert),
    ]


def _offers(expert: Expert) -> Iterator[Todo]:
    rows = expert.offers.filter(status=Offer.Status.OPEN, expires_at__gt=clock.now())
    for offer in (
        rows.select_related("booking_request__task_type")
        .prefetch_related("booking_request__times")
        .order_by("expires_at")
    ):
        times = [time for time in offer.booking_request.times.all() if time.kind == "main"]
        when = formats.span(times[0].starts_at, times[0].ends_at) if times else ""
        yield Todo(
            title=_("Would you come? %(task)s") % {"task": offer.booking_request.task_type},
            text=when if len(times) == 1 else _("%(first)s or another time") % {"first": when},
            url=reverse("experts:offer", args=[offer.pk]),
            button=_("Read and answer"),
            due=offer.expires_at,
        )


def _bookings(expert: Expert) -> Iterator[Todo]:
    rows = expert.bookings.filter(status__in=[Booking.Status.CONFIRMED, Booking.Status.HELD])
    for booking in rows.select_related("booking_request__task_type", "agreement").prefetch_related(
        "debriefs", "sessions"
    ):
        url = reverse("experts:booking", args=[booking.pk])
        if booking.lacks_agreement_of("expert"):
            yield Todo(
                title=_("Agree on confidentiality, roles and division of work"),
                text=f"{booking.booking_request.task_type}, {booking.coming.together}",
                url=url,
                button=_("Read and agree"),
                due=booking.starts_at,
            )
        elif booking.status == Booking.Status.HELD and not _debriefed(booking):
            yield Todo(
                title=_("How did it go?"),
                text=f"{booking.booking_request.task_type}, {formats.day(booking.starts_at)}",
                url=url,
                button=_("Tell"),
                tone="late" if clock.now() - booking.ends_at > timedelta(days=3) else "act",
            )


def _debriefed(booking: Booking) -> bool:
    return any(debrief.side == Debrief.Side.EXPERT for debrief in booking.debriefs.all())


def _cvs(expert: Expert) -> Iterator[Todo]:
    months = rule.on(expert.unit, "cv.confirm_months")
    limit = clock.today() - timedelta(days=30 * int(months))
    url = reverse("experts:my_cv")
    for cv in CV.objects.filter(expert=expert).prefetch_related("revisions"):
        newest = next(iter(cv.revisions.all()), None)
        if newest and newest.status == "returned":
            yield Todo(title=_("Your CV came back with a comment"), url=url, button=_("Read and mend"))
        elif cv.confirmed_on and cv.confirmed_on < limit:
            text = _("You last confirmed it on %(day)s.") % {"day": formats.day(cv.confirmed_on)}
            yield Todo(title=_("Is your CV up to date?"), text=text, url=url, button=_("Look and confirm"))
