"""What waits for a member: an invitation, a fare; for the leaders, the fares of a meeting (CC-15, CC-21)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import groupby

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from councils.models import Attendance, Invitation, Meeting, Membership

SHOWN = 10
SINCE = timedelta(days=90)
"""Older fares are on their pages, and push nobody."""


def for_person(person: Person) -> Iterator[Todo]:
    """Tell whether you come, confirm your fare. Two queries."""
    yield from _invitations(person)
    yield from _fares(person)


def _invitations(person: Person) -> Iterator[Todo]:
    asked = Invitation.objects.unanswered().filter(person=person, withdrawn_at=None)
    asked = asked.exclude(role=Invitation.Role.STAFF)
    asked = asked.filter(meeting__status=Meeting.Status.OPEN, meeting__starts_at__gt=clock.now())
    for row in asked.select_related("meeting__council").order_by("meeting__starts_at")[:SHOWN]:
        meeting = row.meeting
        yield Todo(
            title=_("Do you come to the meeting on %(day)s?") % {"day": formats.day(meeting.starts_at)},
            text=", ".join(filter(None, [formats.span(meeting.starts_at, meeting.ends_at), meeting.place])),
            url=f"{reverse('councils:meeting', args=[meeting.pk])}#tuletko",
            button=_("Answer"),
            due=_end_of(meeting.answer_by) or meeting.starts_at,
        )


def _fares(person: Person) -> Iterator[Todo]:
    rows = _unconfirmed().filter(person=person).select_related("meeting")
    for row in rows.order_by("meeting__starts_at")[:SHOWN]:
        yield Todo(
            title=_("Confirm your fare to the meeting on %(day)s") % {"day": formats.day(row.meeting.starts_at)},
            url=reverse("councils:fares"),
            button=_("Check the sum"),
        )


def for_leader(user: User) -> Iterator[Todo]:
    """Fares that wait after meetings, a matter a council: it leads to the oldest meeting."""
    meetings = Meeting.objects.led_by(user).filter(ends_at__lt=clock.now())
    waiting = _unconfirmed().filter(meeting__in=meetings).values("meeting").annotate(count=Count("pk"))
    counts = {row["meeting"]: row["count"] for row in waiting}
    rows = Meeting.objects.filter(pk__in=counts).select_related("council").order_by("council", "starts_at")
    for __, group in groupby(rows, key=lambda meeting: meeting.council_id):
        of_council = list(group)
        meeting, count = of_council[0], sum(counts[each.pk] for each in of_council)
        words = ngettext("%(count)s fare to confirm", "%(count)s fares to confirm", count)
        yield Todo(
            title=str(meeting.council),
            text=", ".join([words % {"count": count}, *(formats.day(each.starts_at) for each in of_council[:3])]),
            url=reverse("meeting_fares:page", args=[meeting.pk]),
            button=_("Open the fares"),
            group=_("Fares"),
            tone="wait",
        )


def _end_of(day: date | None) -> datetime | None:
    return day and datetime.combine(day, time(23, 59), tzinfo=clock.HELSINKI)


def _unconfirmed() -> QuerySet[Attendance]:
    """Members who were on the spot and whose fare nobody has told."""
    seat = Membership.objects.filter(person=OuterRef("person"), council=OuterRef("meeting__council"))
    rows = Attendance.objects.filter(state=Attendance.Status.PRESENT, fare_signed="")
    return rows.filter(Exists(seat), meeting__starts_at__gt=clock.now() - SINCE)
