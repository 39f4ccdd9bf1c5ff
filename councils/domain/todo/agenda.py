"""What waits for the leaders before a meeting: tasks that are late or due, a meeting soon that still lacks something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.models import Q
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import User
from councils.models import Meeting, MeetingTask

OVER = (Meeting.Status.CANCELLED, Meeting.Status.CLOSED)
SHOWN = 10
SOON_DAYS = 3
UNSENT_DAYS = 10


def for_leader(user: User) -> list[Todo]:
    """One's own tasks, and those nobody has taken; meetings near whose papers have not left. Two queries."""
    return [*_tasks(user), *_unsent(user)]


def _tasks(user: User) -> Iterator[Todo]:
    until = clock.today() + timedelta(days=SOON_DAYS)
    rows = MeetingTask.objects.filter(
        Q(owner__user=user) | Q(owner=None),
        meeting__in=Meeting.objects.led_by(user).exclude(status__in=OVER),
        done_at=None,
        due_on__lte=until,
    ).select_related("meeting__council")
    # What was to be done before a meeting that has been held helps nobody any more; what comes after it still does.
    rows = rows.exclude(meeting__status=Meeting.Status.HELD, due_on__lte=TruncDate("meeting__starts_at"))
    for row in rows.order_by("due_on", "pk")[:SHOWN]:
        yield Todo(
            title=row.what,
            text=_("%(council)s, meeting %(day)s")
            % {"council": row.meeting.council, "day": formats.day(row.meeting.starts_at)},
            url=f"{reverse('meeting:page', args=[row.meeting_id])}#tehtavat",
            button=_("Go to the tasks"),
            due=datetime.combine(row.due_on, time(12), tzinfo=clock.HELSINKI),
            tone="late" if row.due_on < clock.today() else "act",
            group=_group(row.meeting),
        )


def _group(meeting: Meeting) -> str:
    is_ahead = meeting.starts_at > clock.now()
    return pgettext("council", "Before the meeting") if is_ahead else pgettext("council", "After the meeting")


def _unsent(user: User) -> Iterator[Todo]:
    now = clock.now()
    rows = Meeting.objects.led_by(user).filter(
        status=Meeting.Status.PLANNED, starts_at__gt=now, starts_at__lte=now + timedelta(days=UNSENT_DAYS)
    )
    for meeting in rows.select_related("council")[:SHOWN]:
        yield Todo(
            title=_("The papers of %(council)s have not left") % {"council": meeting.council},
            text=formats.span(meeting.starts_at, meeting.ends_at),
            url=reverse("meeting:page", args=[meeting.pk]),
            button=_("Look at the agenda"),
            due=meeting.starts_at,
            tone="act",
            group=pgettext("council", "Before the meeting"),
        )
