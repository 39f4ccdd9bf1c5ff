"""A leave with a last day: the expert is asked before it ends whether they come back, and it ends by itself."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.records.domain import rule, sweep
from coordination.records.domain.workflow import locked
from experts.mails import stopping as mails
from experts.models import Expert

from . import expert as states


def follow(today: date | None = None) -> int:
    """Ask those whose leave soon ends, and bring back those whose leave is over, each in a transaction of its own.

    Days are Helsinki dates; how many days ahead is the rule `leave.ask_days`. Returns how many were asked or came back.
    """
    day = today or clock.today()
    rows = Expert.objects.filter(status=Expert.Status.LEAVE, leave_until__isnull=False).order_by("pk")
    return sweep.each(rows.values_list("pk", flat=True), lambda key: _follow(key, day))


@transaction.atomic
def _follow(pk: int, day: date) -> bool:
    expert = locked(Expert.objects.get(pk=pk))
    if expert.status != Expert.Status.LEAVE or expert.leave_until is None:
        return False
    if expert.leave_until < day:
        states.come_back(expert, Actor.worker())
        mails.leave_over(expert)
        return True
    soon = day + timedelta(days=int(rule.on(expert.unit, "leave.ask_days", day)))
    if expert.leave_until > soon or expert.leave_asked_on is not None:
        return False
    expert.leave_asked_on = day
    expert.save(update_fields=["leave_asked_on"])
    mails.leave_ends(expert)
    return True
