"""How a question about another time ends without an answer: its meeting is off, or the time to answer is over."""

from __future__ import annotations

from coordination.foundation import clock
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.records.domain import workflow
from experts.models import RequestedTime, TimeChange

Status = TimeChange.Status


def withdraw_open(time: RequestedTime, by: Actor) -> None:
    """The meeting is off, so nobody need answer about its time. The order must be locked."""
    for change in TimeChange.objects.open().filter(time=time):
        end(change, Status.WITHDRAWN, by)


def end(change: TimeChange, to: str, by: Actor) -> None:
    """Move an open question to one of its ends; what has not left about it never leaves. Its links show how it ended."""
    workflow.move(change, to, by, settled_at=clock.now())
    for answer in change.answers.all():
        outbox.supersede(answer)
