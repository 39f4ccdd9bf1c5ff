"""The worker's part of interviews."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.records.domain import job
from coordination.recruitment.domain import interview_asking, interview_reminder


def remind() -> int:
    """Every ten minutes: whose moment has come. Returns how many reminders were written."""
    return interview_reminder.send_due()


def ask(key: int) -> None:
    """Invite the many of a job (by its key), one after another; begun again after a worker that vanished."""
    job.carry_out(key, lambda work: interview_asking.go_on(work, Actor.of(work.started_by)), job.ON)
