"""What waits of meetings: minutes to read or approve, a meeting that is on, what somebody has taken on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.calendar.models import Action
from coordination.foundation import clock, formats
from coordination.foundation.todo import Todo
from coordination.people.models import Person, User
from councils.domain import action as actions
from councils.models import Council, Meeting, Minutes, MinutesComment

FRESH_DAYS = 30
"""How long minutes that may be commented stay among one's things to do."""


def for_person(person: Person) -> Iterator[Todo]:
    """What one has taken on, and minutes of a meeting one was in, open for comments."""
    for row in Action.objects.open().filter(owner=person, about__startswith=f"{actions.LABEL}:"):
        yield _of_action(row, reverse("councils:action", args=[row.pk]))
    if person.user is None:
        return
    there = Minutes.objects.visible_to(person.user).filter(
        status=Minutes.Status.COMMENTABLE,
        meeting__attendances__person=person,
        meeting__attendances__state__in=["present", "remote"],
        meeting__council__in=Council.objects.attended_by(person.user),
        offered_at__gte=clock.now() - timedelta(days=FRESH_DAYS),
    )
    for row in there.exclude(comments__person=person).select_related("meeting__council"):
        yield Todo(
            title=_("Read the minutes of %(day)s") % {"day": formats.day(row.meeting.starts_at)},
            url=reverse("councils:minutes", args=[row.pk]),
            text=_("Tell if something is wrong, before they are approved."),
            button=_("Read the minutes"),
            tone="wait",
        )


def for_leader(user: User) -> Iterator[Todo]:
    """Minutes nobody has been offered, comments nobody has seen to, what is late."""
    led = Council.objects.led_by(user)
    records = Minutes.objects.filter(meeting__council__in=led).exclude(status=Minutes.Status.APPROVED)
    held = records.filter(meeting__status=Meeting.Status.HELD)
    held = held.exclude(meeting__council__kind=Council.Kind.DEVELOPER_GROUP)
    unseen = MinutesComment.objects.filter(minutes=OuterRef("pk"), handled_at=None)
    rows = held.annotate(has_comments=Exists(unseen)).select_related("meeting__council")
    for row in rows.order_by("meeting__starts_at"):
        yield from _of_minutes(row)
    late = actions.of_councils(led).filter(status=Action.Status.OPEN, due_on__lt=clock.today())
    for line in actions.lines(late):
        yield _of_action(line.action, reverse("council_action:end", args=[line.item.council_id, line.action.pk]))


def _of_minutes(row: Minutes) -> Iterator[Todo]:
    facts = {"council": row.meeting.council.names, "day": formats.day(row.meeting.starts_at)}
    url = reverse("meeting_minutes:page", args=[row.meeting_id])
    if row.status == Minutes.Status.DRAFT:
        title = _("Offer the minutes: %(council)s, %(day)s") % facts
        yield Todo(title=title, url=url, button=_("Go to the minutes"), group=_("Minutes and tasks"))
    elif row.has_comments:
        title = _("Comments on the minutes: %(council)s, %(day)s") % facts
        yield Todo(title=title, url=url, button=_("Read the comments"), group=_("Minutes and tasks"))


def _of_action(row: Action, url: str) -> Todo:
    is_late = row.due_on < clock.today()
    day = formats.day(row.due_on)
    return Todo(
        title=row.what,
        url=url,
        text=_("Late, was due %(day)s") % {"day": day} if is_late else _("By %(day)s") % {"day": day},
        button=_("Tell how it went"),
        due=datetime.combine(row.due_on, time(23, 59), tzinfo=clock.HELSINKI),
        tone="late" if is_late else "act",
        group=_("Minutes and tasks"),
    )
