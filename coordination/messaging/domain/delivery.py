"""Delivery: claim what is due, hand it to the mail server one by one, remember each answer.

A message is marked as handed over in the very transaction that remembers the one before it, so a worker
killed at any moment leaves at most one message in doubt; the rest of its claim goes back to the queue.
"""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import models, transaction

from coordination.foundation import clock
from coordination.messaging.models import Message

from .letter import as_mail

BATCH = 50
LEASE = timedelta(minutes=2)
MOST_ATTEMPTS = 5
Status = Message.Status


def deliver() -> int:
    """Send everything that is due, batch after batch. Returns how many left."""
    sent = 0
    while batch := claim(BATCH):
        done, went_on = _send(batch)
        sent += done
        if not went_on:
            break
    return sent


@transaction.atomic
def claim(most: int) -> list[Message]:
    """Take due messages for this worker alone; the attempt is counted before it is made."""
    now = clock.now()
    expire(now)
    due = Message.objects.filter(models.Q(not_before=None) | models.Q(not_before__lte=now), status=Status.QUEUED)
    rows = list(due.order_by("-secret", "queued_at", "pk").select_for_update(skip_locked=True, of=("self",))[:most])
    keys = [row.pk for row in rows]
    Message.objects.filter(pk__in=keys).update(
        status=Status.SENDING, claimed_at=now, handed_at=None, attempts=models.F("attempts") + 1
    )
    return list(
        Message.objects.filter(pk__in=keys)
        .select_related("person")
        .prefetch_related("attachments__file")
        .order_by("-secret", "queued_at", "pk")
    )


def expire(now) -> int:
    """What is too old to send never leaves."""
    old = Message.objects.filter(status__in=[Status.QUEUED, Status.BY_HAND], valid_until__lte=now)
    return old.update(status=Status.EXPIRED, done_at=now)


def sweep() -> int:
    """Return what a vanished worker left: handed over means uncertain, for a person to decide; the rest is queued again."""
    left = Message.objects.filter(status=Status.SENDING, claimed_at__lt=clock.now() - LEASE)
    uncertain = left.filter(handed_at__isnull=False).update(status=Status.UNCERTAIN)
    given_up = left.filter(handed_at=None, attempts__gte=MOST_ATTEMPTS).update(status=Status.FAILED, problem="attempts")
    queued = left.filter(handed_at=None).update(status=Status.QUEUED, claimed_at=None)
    return uncertain + given_up + queued


def _send(batch: list[Message]) -> tuple[int, bool]:
    try:
        connection = get_connection()
        connection.open()
    except (OSError, SMTPException) as problem:
        _put_back(batch, str(type(problem).__name__))
        return 0, False
    sent = 0
    try:
        _hand_over(None, batch[0])
        for message, following in zip(batch, [*batch[1:], None], strict=True):
            outcome = _send_one(connection, message)
            sent += outcome["status"] == Status.SENT
            _hand_over((message, outcome), following)
    finally:
        connection.close()
    return sent, True


def _send_one(connection: BaseEmailBackend, message: Message) -> dict:
    try:
        connection.send_messages([as_mail(message, connection)])
    except SMTPResponseException as answer:
        return _answered(message, answer.smtp_code)
    except ValueError as problem:  # an address or a header no mail server would take
        return {"status": Status.FAILED, "problem": type(problem).__name__, "done_at": clock.now()}
    except SMTPException as problem:
        return _refused(message, problem)
    except OSError as problem:
        return {"status": Status.UNCERTAIN, "problem": type(problem).__name__}
    return {"status": Status.SENT, "done_at": clock.now(), "problem": ""}


def _answered(message: Message, code: int) -> dict:
    """A definite answer: 5xx never goes, 4xx goes later."""
    if code < 500 and message.attempts < MOST_ATTEMPTS:
        return _later(message, str(code))
    return {"status": Status.FAILED, "problem": str(code), "done_at": clock.now()}


def _refused(message: Message, problem: SMTPException) -> dict:
    recipients = getattr(problem, "recipients", None)
    if recipients:
        return _answered(message, next(iter(recipients.values()))[0])
    return {"status": Status.UNCERTAIN, "problem": type(problem).__name__}


def _later(message: Message, problem: str) -> dict:
    wait = timedelta(minutes=2**message.attempts)
    return {"status": Status.QUEUED, "not_before": clock.now() + wait, "handed_at": None, "problem": problem}


@transaction.atomic
def _hand_over(answered: tuple[Message, dict] | None, following: Message | None) -> None:
    if answered:
        message, outcome = answered
        if message.secret and outcome["status"] == Status.SENT:
            outcome = {**outcome, "body": "", "html": ""}
        Message.objects.filter(pk=message.pk, status=Status.SENDING).update(**outcome)
    if following:
        Message.objects.filter(pk=following.pk, status=Status.SENDING).update(
            handed_at=clock.now(), claimed_at=clock.now()
        )


def _put_back(batch: list[Message], problem: str) -> None:
    for message in batch:
        outcome = (
            _later(message, problem)
            if message.attempts < MOST_ATTEMPTS
            else {"status": Status.FAILED, "problem": problem}
        )
        Message.objects.filter(pk=message.pk, status=Status.SENDING).update(**outcome)
