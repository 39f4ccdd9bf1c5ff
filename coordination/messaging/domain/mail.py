"""The carrier of mails: one connection to the mail server for a batch."""

from __future__ import annotations

from smtplib import SMTPException, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from coordination.messaging.models import Message

from . import outcome
from .letter import as_mail


class MailCarrier:
    batch = 50

    def __init__(self) -> None:
        self._connection: BaseEmailBackend | None = None

    def open(self) -> None:
        """Raises `Unreachable`."""
        try:
            self._connection = get_connection()
            self._connection.open()
        except (OSError, SMTPException) as problem:
            raise outcome.Unreachable(type(problem).__name__) from problem

    def close(self) -> None:
        self._connection.close()

    def send(self, message: Message) -> dict:
        """Hand one mail over. Returns what became of it."""
        try:
            self._connection.send_messages([as_mail(message, self._connection)])
        except SMTPResponseException as answer:
            return _answered(message, answer.smtp_code)
        except ValueError as problem:  # an address or a header no mail server would take
            return outcome.failed(type(problem).__name__)
        except SMTPException as problem:
            return _refused(message, problem)
        except OSError as problem:
            return outcome.uncertain(type(problem).__name__)
        return outcome.sent()


def _answered(message: Message, code: int) -> dict:
    """A definite answer: 5xx never goes, 4xx goes later."""
    return outcome.later(message, str(code)) if code < 500 else outcome.failed(str(code))


def _refused(message: Message, problem: SMTPException) -> dict:
    recipients = getattr(problem, "recipients", None)
    if recipients:
        return _answered(message, next(iter(recipients.values()))[0])
    return outcome.uncertain(type(problem).__name__)
