"""Reminders: to those who come, and once to those who have not chosen a time; each in their own channel (KP-03).

Nothing is written beforehand: the worker looks every few minutes whose moment has come, as things stand then.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from coordination.foundation import clock
from coordination.messaging.domain import outbox, reminder
from coordination.messaging.models import Message
from coordination.records.domain import rule, sweep
from coordination.recruitment.models import Applicant, Interview, Slot

from . import interview as interviews
from . import interview_telling as telling

Status = Interview.Status
LONGEST = timedelta(days=100)
# After a worker's pause a reminder this late still helps; one that is later does not.
LATE = timedelta(hours=12)


def send_due(now: datetime | None = None) -> int:
    """Queue the reminders whose moment has come (an aware time, default now), once each. Returns how many."""
    now = now or clock.now()
    agreed = Interview.objects.filter(status=Status.AGREED, starts_at__gt=now, starts_at__lte=now + LONGEST)
    asked = Interview.objects.filter(status=Status.ASKED, applicant__status=Applicant.Status.INVITED)
    coming = sweep.each(agreed.order_by("pk").values_list("pk", flat=True), lambda key: _coming(key, now))
    return coming + sweep.each(asked.order_by("pk").values_list("pk", flat=True), lambda key: _unchosen(key, now))


@transaction.atomic
def _coming(key: int, now: datetime) -> int:
    __, row = interviews.lock(_found(key))
    if row.status != Status.AGREED:
        return 0
    person = row.applicant.person
    moments = reminder.planned(row.starts_at, row.applicant.campaign.unit, person.channel)
    passed = [part for part, moment in enumerate(moments) if max(_heard(row), now - LATE) < moment <= now]
    if not passed or _told(row, telling.REMINDER, passed[-1]):
        return 0
    telling.remind(row, passed[-1])
    return 1


@transaction.atomic
def _unchosen(key: int, now: datetime) -> int:
    __, row = interviews.lock(_found(key))
    campaign = row.applicant.campaign
    days = rule.on(campaign.unit, "recruitment.choose_days")
    heard = row.applicant.told_at or row.asked_at
    if row.status != Status.ASKED or now - heard < timedelta(days=days) or _told(row, telling.UNCHOSEN):
        return 0
    if not Slot.objects.free().filter(campaign=campaign).exists():
        return 0
    telling.unchosen(row)
    return 1


def _found(key: int) -> Interview:
    return Interview.objects.get(pk=key)


def _heard(row: Interview) -> datetime:
    """When the person last heard of this talk: who has just chosen is not reminded at once."""
    sent = Message.objects.filter(about=outbox.cause(row), person=row.applicant.person_id)
    return sent.aggregate(last=Max("queued_at"))["last"] or row.asked_at


def _told(row: Interview, kind: str, part: int | None = None) -> bool:
    sent = Message.objects.filter(about=outbox.cause(row), kind=kind)
    if part is not None:
        sent = sent.filter(version=row.version, part=part)
    return sent.exists()
