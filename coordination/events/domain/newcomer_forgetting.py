"""Erasing those known from events alone, by the clock and by a press, with a log of how many (L-05).

One person a transaction, and the log along with it, so that the worker may die at any moment and go on.
"""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Forgetting, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import forgetting as letters
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, job, sweep
from coordination.records.models import Job

from . import forgetting, newcomer_retention

TASK, KIND = "coordination.events.tasks.newcomer.forget", "events.forget"


def run_all() -> int:
    """Every night, each unit by its own rule. Returns how many were erased."""
    due = newcomer_retention.over(newcomer_retention.newcomers())
    at = clock.now()
    return sweep.each([line.person.pk for line in due], lambda key: forget_one(key, Actor.worker(), at))


@transaction.atomic
def begin(by: Actor) -> Job:
    """Erase those of one's branches who are due now, in the worker behind a progress bar. Raises `Refused`: nobody is due."""
    rows = newcomer_retention.looked_after_by(by.user) if by.user else Person.objects.none()
    keys = [line.person.pk for line in newcomer_retention.over(rows)]
    if not keys:
        raise Refused(_("Nobody is to be erased yet. The list tells whose turn is next."), code="nobody")
    return job.start(KIND, TASK, by, cursor={"persons": keys})


def go_on(work: Job, by: Actor) -> int:
    """The worker's part; begun again, it goes on with those who are left."""
    keys = work.cursor["persons"]
    done = {key: number for number, key in enumerate(keys, start=1)}

    def one(key: int) -> int:
        erased = forget_one(key, by, work.created_at)
        job.went_on(work, done[key], len(keys))
        return erased

    return sweep.each(keys, one)


@transaction.atomic
def forget_one(key: int, by: Actor, at: datetime) -> int:
    """Erase one newcomer and all that was written, unless something has changed meanwhile. Returns how many (0 or 1).

    `at` is when the run began: it has a row of the log for each unit. One whose message is being sent or printed at this moment waits for the next night.
    """
    rows = list(Person.objects.select_for_update().filter(Q(pk=key) | Q(merged_into=key)).order_by("pk"))
    due = newcomer_retention.over(newcomer_retention.newcomers().filter(pk=key))
    if not due:
        return 0
    places = Registration.objects.filter(person__in=rows)
    if letters.is_leaving(letters.about([outbox.cause(row) for row in places], rows)):
        return 0
    forgetting.forget_persons(rows, by)
    _log(due[0].person.unit, at, by)
    return 1


def _log(unit: Unit, at: datetime, by: Actor) -> None:
    """One more of the unit in this run; the run's first one stands in the audit, too."""
    log, is_first = Forgetting.objects.get_or_create(unit=unit, at=at, by=by.user, defaults={"count": 0})
    Forgetting.objects.filter(pk=log.pk).update(count=F("count") + 1)
    if is_first:
        audit.log(unit, "kuuluviin.removed", by, {"forgetting": log.pk})
