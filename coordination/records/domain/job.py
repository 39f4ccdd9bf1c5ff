"""Jobs: work for the worker with a progress bar in front of it."""

from __future__ import annotations

from collections.abc import Callable

from django.db import transaction
from django_q.tasks import async_task

from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.records.models import Job, StoredFile

from . import workflow

MOST_ATTEMPTS = 3


@transaction.atomic
def start(kind: str, task: str, by: Actor, *, source: StoredFile | None = None, cursor: dict | None = None) -> Job:
    """Write the job and hand its key to the worker once the transaction is through.

    `task` is the dotted name of a function in a `tasks` room that takes the job's primary key;
    `cursor` holds keys and numbers only.
    """
    job = Job.objects.create(kind=kind, source=source, cursor=cursor or {}, started_by=by.user)
    transaction.on_commit(lambda: async_task(task, job.pk))
    return job


def begin(key: int) -> Job | None:
    """The job to work on, its attempt counted first; None when it is over or has killed its worker too often."""
    job = Job.objects.select_related("source", "started_by").get(pk=key)
    if job.status not in (Job.Status.WAITING, Job.Status.RUNNING):
        return None
    if job.attempts >= MOST_ATTEMPTS:
        fail(job, "attempts")
        return None
    return workflow.move(job, Job.Status.RUNNING, Actor.worker(), log=False, attempts=job.attempts + 1)


def carry_out(key: int, do: Callable[[Job], StoredFile | None], problem: str) -> None:
    """Begin the job, do it and finish it with the file it made, if any. One that stumbles is told as failed by `problem`,
    and the error goes on to the log: nobody looks at a bar that never ends. A worker that vanishes is begun again.
    """
    work = begin(key)
    if work is None:
        return
    try:
        made = do(work)
    except Exception:
        fail(work, problem)
        raise
    finish(work, made)


def tick(job: Job, done: int, total: int) -> None:
    """How far it is. Call outside the transaction that does the work, or nobody sees it."""
    Job.objects.filter(pk=job.pk).update(done=done, total=total)


def went_on(job: Job, done: int, total: int) -> None:
    """As `tick`, of work that is done piece by piece for good: whoever begins again goes on after it, so the attempts
    are counted anew. Work that dies without getting any further is still given up."""
    Job.objects.filter(pk=job.pk).update(done=done, total=total, attempts=0)


def finish(job: Job, result: StoredFile | None = None) -> Job:
    return workflow.move(job, Job.Status.DONE, Actor.worker(), log=False, result=result, ended_at=clock.now())


def fail(job: Job, problem: str) -> Job:
    """`problem` is a short word for the screen, never data."""
    return workflow.move(job, Job.Status.FAILED, Actor.worker(), log=False, problem=problem[:300], ended_at=clock.now())
