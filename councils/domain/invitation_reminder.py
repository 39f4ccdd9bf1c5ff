"""Reminders of a meeting: to those who have not answered, and to those who come (KP-03); each in their own channel.

Nothing is written beforehand: the worker looks every few minutes whose moment has come, as things stand then.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from coordination.foundation import clock
from coordination.messaging.domain import outbox, reminder
from coordination.messaging.models import Message
from coordination.records.domain import sweep, workflow
from councils.mails import invitation as mails
from councils.models import Invitation, Meeting

from . import neutral

Answer = Invitation.Answer
KINDS = (mails.UNANSWERED, mails.REMINDER)
RULES = {mails.UNANSWERED: "council.reminder_hours", mails.REMINDER: "reminder.hours"}
LONGEST = timedelta(days=100)
# After a worker's pause a reminder this late still helps; one that is later does not.
LATE = timedelta(hours=12)


def send_due(now: datetime | None = None) -> int:
    """Queue the reminders whose moment has come (an aware time, default now), once each. Returns how many."""
    now = now or clock.now()
    soon = Meeting.objects.filter(status=Meeting.Status.OPEN, starts_at__gt=now, starts_at__lte=now + LONGEST)
    return sweep.each(soon.order_by("pk").values_list("pk", flat=True), lambda key: _of(key, now))


def drop(invitation: Invitation) -> None:
    """A reminder that waits, to be posted or called, is not needed any more."""
    for kind in KINDS:
        outbox.supersede(invitation, kind=kind)


@transaction.atomic
def _of(key: int, now: datetime) -> int:
    meeting = workflow.locked(Meeting(pk=key))
    if meeting.status != Meeting.Status.OPEN:
        return 0
    rows = meeting.invitations.standing().exclude(answer=Answer.NO).select_related("person__unit", "link")
    expected = [row for row in rows.order_by("pk") if row.is_expected]
    told = _told(meeting, expected)
    moments: dict[tuple[str, str], list[datetime]] = {}
    count = 0
    for row in expected:
        row.meeting = meeting
        kind = mails.REMINDER if row.answer == Answer.YES else mails.UNANSWERED
        way = (kind, row.person.channel)
        if way not in moments:
            moments[way] = reminder.planned(meeting.starts_at, meeting.council.unit, way[1], RULES[kind])
        part = _due(moments[way], _since(row), now)
        if part is not None and (outbox.cause(row), kind, part) not in told:
            mails.remind(kind, row, neutral.title(meeting.council, row.person), part)
            count += 1
    return count


def _due(moments: list[datetime], since: datetime, now: datetime) -> int | None:
    """Which of the moments has come last, if it is fresh enough and the person has heard nothing after it."""
    passed = [part for part, moment in enumerate(moments) if max(since, now - LATE) < moment <= now]
    return passed[-1] if passed else None


def _since(row: Invitation) -> datetime:
    """When the person last heard or said something of it: who has just been asked is not reminded at once."""
    return max(filter(None, [row.meeting.opened_at, row.called_at, row.answered_at]))


def _told(meeting: Meeting, rows: list[Invitation]) -> set[tuple[str, str, int]]:
    causes = [outbox.cause(row) for row in rows]
    sent = Message.objects.filter(about__in=causes, kind__in=KINDS, version=meeting.version)
    return set(sent.values_list("about", "kind", "part"))
