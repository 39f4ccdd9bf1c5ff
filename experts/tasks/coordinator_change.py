"""Telling many people of their new coordinator."""

from coordination.records.domain import job
from experts.domain import coordinator_change as verbs

STEP = 25


def tell(key: int) -> None:
    work = job.begin(key)
    if work is None:
        return
    new = verbs.of_job(work.cursor)
    people = verbs.people_of(new) if new else []
    for start in range(0, len(people), STEP):
        verbs.write(new, people[start : start + STEP])
        job.tick(work, min(start + STEP, len(people)), len(people))
    job.finish(work)
