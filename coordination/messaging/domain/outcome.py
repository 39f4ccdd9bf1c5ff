"""What became of a message that was handed over: the facts its row gets."""

from __future__ import annotations

from datetime import timedelta

from coordination.foundation import clock
from coordination.messaging.models import Message

MOST_ATTEMPTS = 5
Status = Message.Status


class Unreachable(Exception):
    """Nobody answered, and nothing was handed over: the message may go later without harm."""


def sent() -> dict:
    return {"status": Status.SENT, "done_at": clock.now(), "problem": ""}


def failed(problem: str) -> dict:
    """A definite no: it never goes as it is."""
    return {"status": Status.FAILED, "problem": problem[:300], "done_at": clock.now()}


def uncertain(problem: str) -> dict:
    """It was handed over and no answer came: a person decides."""
    return {"status": Status.UNCERTAIN, "problem": problem[:300]}


def later(message: Message, problem: str) -> dict:
    """A no for now: again after two, four, eight minutes, until it has been tried often enough."""
    if message.attempts >= MOST_ATTEMPTS:
        return failed(problem)
    wait = timedelta(minutes=2**message.attempts)
    return {"status": Status.QUEUED, "not_before": clock.now() + wait, "handed_at": None, "problem": problem[:300]}
