"""Erasing those who were not chosen, by the clock and by a press, with a log of how many (L-05).

One applicant a transaction, and the log along with it, so that the worker may die at any moment and go on.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import job, sweep
from coordination.records.models import Job
from coordination.recruitment.models import Campaign, InterviewNote, Summary
from coordination.recruitment.permissions.campaign import require_recruiter

from . import erasing, retention

TASK, KIND = "coordination.recruitment.tasks.forgetting.run", "recruitment.forget"


def run_all() -> int:
    """Every night, each campaign by its own rule. Returns how many were erased."""
    return sweep.each(Campaign.objects.order_by("pk").values_list("pk", flat=True), _run_one)


@transaction.atomic
def begin(campaign: Campaign, by: Actor) -> Job:
    """Erase those who are due now, in the worker behind a progress bar. Raises `Refused`: not a recruiter, nobody is due."""
    require_recruiter(by, campaign)
    keys = list(retention.over(campaign).values_list("pk", flat=True))
    if not keys and not _has_old_words(campaign):
        raise Refused(_("Nobody is to be erased yet. The list tells whose turn is next."), code="nobody")
    return job.start(KIND, TASK, by, cursor={"campaign": campaign.pk, "applicants": keys})


def go_on(work: Job, by: Actor) -> int:
    """The worker's part; begun again, it goes on with those who are left."""
    campaign = Campaign.objects.select_related("unit").get(pk=work.cursor["campaign"])
    keys = work.cursor["applicants"]
    return _run(campaign, keys, by, work.created_at, lambda done: job.went_on(work, done, len(keys)))


def _run_one(key: int) -> int:
    campaign = Campaign.objects.select_related("unit").get(pk=key)
    keys = list(retention.over(campaign).values_list("pk", flat=True))
    return _run(campaign, keys, Actor.worker(), clock.now(), lambda done: None)


def _run(campaign: Campaign, keys: list[int], by: Actor, at: datetime, tick: Callable[[int], None]) -> int:
    done = {key: number for number, key in enumerate(keys, start=1)}

    def one(key: int) -> int:
        erased = erasing.forget_one(key, by, campaign, at)
        tick(done[key])
        return erased

    empty_words(campaign, by, at)
    return sweep.each(keys, one)


@transaction.atomic
def empty_words(campaign: Campaign, by: Actor, at: datetime) -> int:
    """What was written of old interviews goes; that there was one, its day and its outcome stay. Returns how many notes."""
    now = clock.now()
    notes = InterviewNote.objects.filter(pk__in=list(retention.old_notes(campaign).values_list("pk", flat=True)))
    count = notes.update(answers={}, impression="", suits="", emptied_at=now)
    sums = Summary.objects.filter(pk__in=list(retention.old_summaries(campaign).values_list("pk", flat=True)))
    count += sums.update(words="", alone_because="", emptied_at=now)
    retention.old_wishes(campaign).update(motivation="")
    if count:
        erasing.log(campaign, at, by, notes_emptied=count)
    return count


def _has_old_words(campaign: Campaign) -> bool:
    return any(rows(campaign).exists() for rows in (retention.old_notes, retention.old_summaries))
