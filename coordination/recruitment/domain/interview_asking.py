"""Inviting many to an interview: a few at once, more by the worker behind a progress bar (AN-04)."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from django.db import transaction

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import job
from coordination.records.models import Job
from coordination.recruitment.models import Applicant, Campaign
from coordination.recruitment.permissions.campaign import require_recruiter

from . import ended, interview

AT_ONCE = 20
KIND = "recruitment.ask"
TASK = "coordination.recruitment.tasks.interview.ask"


@transaction.atomic
def start(campaign: Campaign, applicants: Sequence[Applicant], by: Actor) -> Job | None:
    """Invite them: the job that does it, or None where it is done already. Raises `Refused` as `interview.ask`."""
    require_recruiter(by, campaign)
    ended.refuse(campaign)
    interview.refuse_without_times(campaign)
    if len(applicants) <= AT_ONCE:
        interview.ask(applicants, by)
        return None
    return job.start(KIND, TASK, by, cursor={"applicants": [row.pk for row in applicants]})


def go_on(work: Job, by: Actor) -> int:
    """Everybody of the job, each in a transaction of its own; who was asked already, or cannot be any more, is passed over."""
    keys = work.cursor["applicants"]
    count = 0
    for done, key in enumerate(keys, start=1):
        rows = Applicant.objects.filter(pk=key).select_related("campaign__unit")
        with suppress(Refused):  # somebody who withdrew meanwhile stops nobody else
            count += len(interview.ask(rows, by))
        job.went_on(work, done, len(keys))
    return count
