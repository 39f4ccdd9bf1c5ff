"""Erasing those known from events alone, by the clock and by a press, with a log of how many (L-05).

One person a transaction, so that the worker may die at any moment and go on.
"""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Forgetting, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import forgetting as letters
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, job, sweep
from coordination.records.models import Job

from . import forgetting, newcomer_retention

TASK, KIND = "coordination.events.tasks.newcomer.forget", "events.forget"


def run_all() -> int:
    """Every night, each unit by its own rule. Returns how many were erased."""
    due = newcomer_retention.over(newcomer_retention.newcomers())
    return _run([line.person.pk for line in due], Actor.worker(), lambda done: None)


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
    return _run(keys, by, lambda done: job.went_on(work, done, len(keys)))


@transaction.atomic
def forget_one(key: int, by: Actor, log: Forgetting) -> int:
    """Erase one newcomer and all that was written, unless something has changed meanwhile. Returns how many (0 or 1).

    One whose message is being sent or printed at this moment waits for the next night.
    """
    rows = list(Person.objects.select_for_update().filter(Q(pk=key) | Q(merged_into=key)).order_by("pk"))
    if not newcomer_retention.over(newcomer_retention.newcomers().filter(pk=key)):
        return 0
    places = Registration.objects.filter(person__in=rows)
    if letters.is_leaving(letters.about([outbox.cause(row) for row in places], rows)):
        return 0
    forgetting.forget_persons(rows, by)
    Forgetting.objects.filter(pk=log.pk).update(count=F("count") + 1)
    return 1


def _run(keys: list[int], by: Actor, tick: Callable[[int], None]) -> int:
    """A row of the log for each unit of whose newcomers somebody is erased."""
    homes = {person.pk: person.unit for person in Person.objects.filter(pk__in=keys).select_related("unit")}
    at = clock.now()
    logs = {unit: Forgetting.objects.create(unit=unit, at=at, by=by.user, count=0) for unit in set(homes.values())}
    done = {key: number for number, key in enumerate(keys, start=1)}

    def one(key: int) -> int:
        erased = forget_one(key, by, logs[homes[key]]) if key in homes else 0
        tick(done[key])
        return erased

    try:
        return sweep.each(keys, one)
    finally:
        _close(list(logs.values()), by)


def _close(logs: list[Forgetting], by: Actor) -> None:
    """Runs that erased nobody leave no row; the others stand in the audit, too."""
    keys = [log.pk for log in logs]
    Forgetting.objects.filter(pk__in=keys, count=0).delete()
    for log in Forgetting.objects.filter(pk__in=keys).select_related("unit"):
        audit.log(log.unit, "kuuluviin.removed", by, {"newcomers": log.count})
