"""Jobs: work for the worker with a progress bar in front of it."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from django.db import connection, transaction
from django_q.exceptions import TimeoutException
from django_q.tasks import async_task

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.records.models import Job, StoredFile

from . import workflow

MOST_ATTEMPTS = 3
ANEW, ON = "anew", "on"
"""How work goes on that stumbled: another press begins it anew, for nothing was changed; or it goes on with the rest,
for what was done piece by piece stays done."""


class Stumbled(Exception):
    """What the log hears of a job that stumbled: which one, on what kind of error and where in the code. Never the error's
    own words: they quote what it stumbled on."""

    def __init__(self, job: Job, problem: Exception) -> None:
        where = [f"{step.filename}:{step.lineno} {step.name}" for step in traceback.extract_tb(problem.__traceback__)]
        super().__init__(f"{job} {job.kind}: {type(problem).__name__} at " + " > ".join(where[1:]))


@transaction.atomic
def start(kind: str, task: str, by: Actor, *, source: StoredFile | None = None, cursor: dict | None = None) -> Job:
    """Write the job and hand its key to the worker once the transaction is through.

    `task` is the dotted name of a function in a `tasks` room that takes the job's primary key;
    `cursor` holds keys and numbers only.
    """
    job = Job.objects.create(kind=kind, source=source, cursor=cursor or {}, started_by=by.user)
    transaction.on_commit(lambda: async_task(task, job.pk))
    return job


def begin(key: int, way: str = ANEW) -> Job | None:
    """The job to work on, its attempt counted first; None when it is over or has killed its worker too often."""
    job = Job.objects.select_related("source", "started_by").get(pk=key)
    if job.status not in (Job.Status.WAITING, Job.Status.RUNNING):
        return None
    if job.attempts >= MOST_ATTEMPTS:
        fail(job, way)
        return None
    return workflow.move(job, Job.Status.RUNNING, Actor.worker(), log=False, attempts=job.attempts + 1)


def carry_out(key: int, do: Callable[[Job], object], way: str) -> None:
    """The one door of a worker's task: begin the job, do it and finish it with the file it made, if it made one.

    One that stumbles, or takes longer than the worker may, is told as failed, and by `way` (`ANEW`, `ON`) what another
    press does: nobody looks at a bar that never ends. Raises `Stumbled` for the log. A worker that vanishes is begun again.
    """
    work = begin(key, way)
    if work is None:
        return
    try:
        made = do(work)
    except TimeoutException:  # the worker ends with it
        _give_up(work, way)
        raise
    except Exception as problem:  # noqa: BLE001 - whatever it is, the bar ends
        stumbled = Stumbled(work, problem)
    else:
        finish(work, made if isinstance(made, StoredFile) else None)
        return
    _give_up(work, way)
    raise stumbled  # here, so that the error's own words do not go along as its cause


def _give_up(job: Job, way: str) -> None:
    """Told over a new connection, where it stumbled on a broken one."""
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()
    fail(job, way)


def tick(job: Job, done: int, total: int) -> None:
    """How far it is. Call outside the transaction that does the work, or nobody sees it."""
    Job.objects.filter(pk=job.pk).update(done=done, total=total)


def went_on(job: Job, done: int, total: int) -> None:
    """As `tick`, of work that is done piece by piece for good: whoever begins again goes on after it, so the attempts
    are counted anew. Work that dies without getting any further is still given up, also where it goes through its
    beginning once more: what was counted before counts for nothing."""
    Job.objects.filter(pk=job.pk, done__lt=done).update(done=done, total=total, attempts=0)


def finish(job: Job, result: StoredFile | None = None) -> Job:
    return workflow.move(job, Job.Status.DONE, Actor.worker(), log=False, result=result, ended_at=clock.now())


def fail(job: Job, problem: str) -> Job:
    """`problem` is a short word for the screen (`ANEW`, `ON`), never data."""
    return workflow.move(job, Job.Status.FAILED, Actor.worker(), log=False, problem=problem[:300], ended_at=clock.now())
