"""Telling many people of their new coordinator."""

from __future__ import annotations

from coordination.records.domain import job
from coordination.records.models import Job
from experts.domain import coordinator_change as verbs

STEP = 25


def tell(key: int) -> None:
    """Tell the people of a job (by its key); begun again after a worker that vanished."""
    job.carry_out(key, _tell, job.ON)


def _tell(work: Job) -> None:
    new = verbs.of_job(work.cursor)
    people = verbs.people_of(new) if new else []
    for start in range(0, len(people), STEP):
        verbs.write(new, people[start : start + STEP])
        job.went_on(work, min(start + STEP, len(people)), len(people))
