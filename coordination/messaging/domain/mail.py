"""The carrier of mails: one connection to the mail server for a batch, made anew where it breaks."""

from __future__ import annotations

import smtplib
from smtplib import SMTPException, SMTPResponseException

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend

from coordination.messaging.models import Message

from . import outcome
from .letter import as_mail

CLOSING = 421
"""The server says so and hangs up."""


class MailCarrier:
    batch = 50

    def __init__(self) -> None:
        self._connection: BaseEmailBackend | None = None
        self._is_broken = False
        self._words_went = True

    def open(self) -> None:
        """Raises `Unreachable`."""
        try:
            self._connection = get_connection()
            self._connection.open()
        except (OSError, SMTPException) as problem:
            raise outcome.Unreachable(type(problem).__name__) from problem
        self._is_broken = False
        self._watch()

    def close(self) -> None:
        self._connection.close()

    def send(self, message: Message) -> dict:
        """Hand one mail over. Returns what became of it; raises `Unreachable` where a broken line cannot be made anew."""
        if self._is_broken:
            self.close()
            self.open()
        self._words_went = not self._is_watched
        try:
            self._connection.send_messages([as_mail(message, self._connection)])
        except SMTPResponseException as answer:
            self._is_broken = answer.smtp_code == CLOSING
            return _answered(message, answer.smtp_code)
        except ValueError as problem:  # an address or a header no mail server would take
            return outcome.failed(type(problem).__name__)
        except SMTPException as problem:
            return self._refused(message, problem)
        except OSError as problem:
            return self._broken(message, problem)
        return outcome.sent()

    def _refused(self, message: Message, problem: SMTPException) -> dict:
        recipients = getattr(problem, "recipients", None)
        if not recipients:
            return self._broken(message, problem)
        code = next(iter(recipients.values()))[0]
        self._is_broken = code == CLOSING
        return _answered(message, code)

    def _broken(self, message: Message, problem: Exception) -> dict:
        """The line broke. Before the first word of the mail nothing was handed over; after it nobody knows."""
        self._is_broken = True
        name = type(problem).__name__
        return outcome.uncertain(name) if self._words_went else outcome.later(message, name)

    @property
    def _is_watched(self) -> bool:
        return isinstance(getattr(self._connection, "connection", None), smtplib.SMTP)

    def _watch(self) -> None:
        """Be told when the words of a mail begin to go."""
        if not self._is_watched:
            return
        line = self._connection.connection
        say = line.data

        def data(words: bytes) -> tuple[int, bytes]:
            self._words_went = True
            return say(words)

        line.data = data


def _answered(message: Message, code: int) -> dict:
    """A definite answer: 5xx never goes, 4xx goes later."""
    return outcome.later(message, str(code)) if code < 500 else outcome.failed(str(code))
