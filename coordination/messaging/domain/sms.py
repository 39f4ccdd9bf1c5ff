"""Text messages: neutral words and a link, never a matter. Off, into files (the demo), or through the organisation's gateway."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from coordination.foundation import clock
from coordination.foundation.phone import e164
from coordination.messaging.models import Message, SafeLink

from . import outcome, safe_link

PURPOSE = "message"
LINK_LIVES = timedelta(days=30)
AGAIN = {408, 425, 429, 503}
"""The gateway took nothing in and asks to come back."""
UNKNOWN = {500, 502, 504}
"""The gateway may have passed it on before it broke."""


def is_on() -> bool:
    return settings.SMS_BACKEND != "off"


def words(message: Message, address: str) -> str:
    """The whole text: it says only that there is something to read. `address` is the link, or what stands for it."""
    with translation.override(message.language):
        return _("You have a message from %(sender)s. Read it here: %(address)s") % {
            "sender": settings.SMS_SENDER or settings.SITE_TITLE,
            "address": address,
        }


def link_of(message: Message) -> SafeLink:
    """The link that opens the message, made once: sent again, the same one leaves."""
    if message.link_id is None:
        with transaction.atomic():
            message.link = safe_link.make(PURPOSE, message.person, _expires(message))
            Message.objects.filter(pk=message.pk).update(link=message.link)
    return message.link


class SmsCarrier:
    batch = 5
    """Few at a time: each may wait for the gateway as long as the settings allow."""

    def open(self) -> None:
        """Nothing to open: each text message is a request of its own."""

    def close(self) -> None:
        """Nothing to close."""

    def send(self, message: Message) -> dict:
        """Hand one text message over. Returns what became of it; raises `Unreachable` where nobody answered."""
        number = e164(message.person.phone)
        if number is None:
            return outcome.failed("phone")
        text = words(message, settings.WAGTAILADMIN_BASE_URL + safe_link.path_of(link_of(message)))
        if settings.SMS_BACKEND == "file":
            return _into_file(message, number, text)
        return _through_gateway(message, number, text)


def _expires(message: Message) -> datetime:
    return message.valid_until or clock.now() + LINK_LIVES


def _into_file(message: Message, number: str, text: str) -> dict:
    folder = Path(settings.SMS_FILE_PATH)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{message.pk}.txt").write_text(f"{number}\n{text}\n", encoding="utf-8")
    return outcome.sent()


def _through_gateway(message: Message, number: str, text: str) -> dict:
    """A POST of JSON to the organisation's gateway; redirects are not followed, since they would carry the token away."""
    address = urlsplit(settings.SMS_URL)
    kind = HTTPSConnection if address.scheme == "https" else HTTPConnection
    connection = kind(address.hostname, address.port, timeout=settings.SMS_TIMEOUT)
    try:
        try:
            connection.connect()
        except OSError as problem:
            raise outcome.Unreachable(type(problem).__name__) from problem
        try:
            path = f"{address.path or '/'}{'?' + address.query if address.query else ''}"
            connection.request("POST", path, _body(message, number, text), _headers(message))
            code = connection.getresponse().status
        except (OSError, HTTPException) as problem:
            return outcome.uncertain(type(problem).__name__)
    finally:
        connection.close()
    return _answered(message, code)


def _body(message: Message, number: str, text: str) -> bytes:
    return json.dumps({"to": number, "from": settings.SMS_SENDER, "text": text, "id": message.message_id}).encode()


def _headers(message: Message) -> dict[str, str]:
    """The key is the message's own, so that a gateway which knows it sends the same text message once."""
    headers = {"Content-Type": "application/json", "Idempotency-Key": message.message_id.strip("<>")}
    if settings.SMS_TOKEN:
        headers["Authorization"] = f"Bearer {settings.SMS_TOKEN}"
    return headers


def _answered(message: Message, code: int) -> dict:
    if 200 <= code < 300:
        return outcome.sent()
    if code in AGAIN:
        return outcome.later(message, str(code))
    if code in UNKNOWN:
        return outcome.uncertain(str(code))
    return outcome.failed(str(code))
