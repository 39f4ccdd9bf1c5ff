"""Delivery: claim what is due, hand it to its carrier one by one, remember each answer.

A message is marked as handed over in the very transaction that remembers the one before it, so a worker
killed at any moment leaves at most one message in doubt; the rest of its claim goes back to the queue.
Mails and text messages have a carrier each, and neither waits for the other's.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol

from django.db import models, transaction

from coordination.foundation import clock
from coordination.messaging.models import Message
from coordination.people.models import Person

from . import sms
from .mail import MailCarrier
from .outcome import MOST_ATTEMPTS, Unreachable, later
from .sms import SmsCarrier

LEASE = timedelta(minutes=2)
PAUSE = timedelta(minutes=2)
"""How long everybody waits where nobody answered."""
Channel = Person.Channel
Status = Message.Status


class Carrier(Protocol):
    """Takes messages of one channel: `open` and `send` raise `Unreachable`, `send` returns what became of one."""

    batch: int

    def open(self) -> None: ...
    def close(self) -> None: ...
    def send(self, message: Message) -> dict: ...


CARRIERS: dict[str, type[Carrier]] = {Channel.EMAIL: MailCarrier, Channel.SMS: SmsCarrier}


def deliver() -> int:
    """Send everything that is due, batch after batch. Returns how many left."""
    if not sms.is_on():
        call_instead()
    return sum(_deliver(channel, carrier()) for channel, carrier in CARRIERS.items())


def _deliver(channel: str, carrier: Carrier) -> int:
    sent = 0
    while batch := claim(carrier.batch, channel):
        done, went_on = _send(batch, carrier)
        sent += done
        if not went_on:
            break
    return sent


@transaction.atomic
def claim(most: int, channel: str = Channel.EMAIL) -> list[Message]:
    """Take due messages of a channel for this worker alone; the attempt is counted before it is made."""
    now = clock.now()
    expire(now)
    due = Message.objects.due(now).filter(status=Status.QUEUED, channel=channel)
    rows = list(due.order_by("-secret", "queued_at", "pk").select_for_update(skip_locked=True, of=("self",))[:most])
    keys = [row.pk for row in rows]
    Message.objects.filter(pk__in=keys).update(
        status=Status.SENDING, claimed_at=now, handed_at=None, attempts=models.F("attempts") + 1
    )
    return list(
        Message.objects.filter(pk__in=keys)
        .select_related("person", "link")
        .prefetch_related("attachments__file")
        .order_by("-secret", "queued_at", "pk")
    )


def expire(now) -> int:
    """What is too old to send never leaves."""
    old = Message.objects.filter(status__in=[Status.QUEUED, Status.BY_HAND], valid_until__lte=now)
    return old.update(status=Status.EXPIRED, done_at=now)


def call_instead() -> int:
    """With text messages switched off, those that wait are told by phone. Returns how many."""
    waiting = Message.objects.filter(channel=Channel.SMS, status=Status.QUEUED)
    return waiting.update(status=Status.BY_HAND)


def sweep() -> int:
    """Return what a vanished worker left: handed over means uncertain, for a person to decide; the rest is queued again."""
    left = Message.objects.filter(status=Status.SENDING, claimed_at__lt=clock.now() - LEASE)
    uncertain = left.filter(handed_at__isnull=False).update(status=Status.UNCERTAIN)
    given_up = left.filter(handed_at=None, attempts__gte=MOST_ATTEMPTS).update(status=Status.FAILED, problem="attempts")
    queued = left.filter(handed_at=None).update(status=Status.QUEUED, claimed_at=None)
    return uncertain + given_up + queued


def _send(batch: list[Message], carrier: Carrier) -> tuple[int, bool]:
    try:
        carrier.open()
    except Unreachable as problem:
        _put_back(batch, str(problem))
        return 0, False
    sent = 0
    try:
        is_ours = _begin(batch)
        for place, (message, following) in enumerate(zip(batch, [*batch[1:], None], strict=True)):
            try:
                outcome = carrier.send(message) if is_ours else None
            except Unreachable as problem:
                _hand_over((message, later(message, str(problem))), None)
                _untried(batch[place + 1 :]).update(**_waiting(str(problem)))
                return sent, False
            sent += bool(outcome) and outcome["status"] == Status.SENT
            is_ours = _hand_over((message, outcome) if outcome else None, following)
    finally:
        carrier.close()
    return sent, True


@transaction.atomic
def _begin(batch: list[Message]) -> bool:
    """The line is open: from here on each message counts its own try, and a worker that dies costs the others none."""
    _untried(batch[1:]).update(attempts=models.F("attempts") - 1)
    return _handed(batch[0])


@transaction.atomic
def _hand_over(answered: tuple[Message, dict] | None, following: Message | None) -> bool:
    """Remember one answer and take the next in hand; whether it is still this worker's."""
    if answered:
        message, outcome = answered
        if message.secret and outcome["status"] == Status.SENT:
            outcome = {**outcome, "body": "", "html": ""}
        Message.objects.filter(pk=message.pk, status=Status.SENDING).update(**outcome)
    return following is not None and _handed(following, attempts=models.F("attempts") + 1)


def _handed(message: Message, **facts: object) -> bool:
    """A worker so slow that its claim was swept and taken by another leaves the message to that one."""
    now = clock.now()
    return bool(
        _untried([message]).filter(claimed_at=message.claimed_at).update(handed_at=now, claimed_at=now, **facts)
    )


def _put_back(batch: list[Message], problem: str) -> None:
    """Nobody answered: none of these was tried, so none has used up a try."""
    _untried(batch).update(attempts=models.F("attempts") - 1, **_waiting(problem))


def _untried(batch: list[Message]) -> models.QuerySet[Message]:
    return Message.objects.filter(pk__in=[message.pk for message in batch], status=Status.SENDING, handed_at=None)


def _waiting(problem: str) -> dict:
    return {"status": Status.QUEUED, "not_before": clock.now() + PAUSE, "claimed_at": None, "problem": problem[:300]}
