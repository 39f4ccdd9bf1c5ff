"""A mail that came in: known by its digest, acted on once."""

from __future__ import annotations

import hashlib
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from coordination.foundation import clock
from coordination.messaging.models import ReceivedMail


def parsed(raw: bytes) -> EmailMessage:
    """The mail as the standard library reads it; a broken one comes out with what could be read."""
    return BytesParser(policy=policy.default).parsebytes(raw)


def sender(mail: EmailMessage) -> str:
    """The one address it is from, in small letters; empty where there is none, or several."""
    found = mail.get_all("From", [])
    if len(found) != 1 or len(found[0].addresses) != 1:
        return ""
    return found[0].addresses[0].addr_spec.lower()


def digest(raw: bytes) -> str:
    """The same for the same mail, whatever a mail program has added above it: by its id, sender, date and body."""
    head, __, body = raw.replace(b"\r\n", b"\n").partition(b"\n\n")
    names = (b"message-id:", b"from:", b"date:")
    lines = sorted(line.strip() for line in head.split(b"\n") if line.lower().startswith(names))
    return hashlib.sha256(b"\n".join([*lines, b"", body.rstrip()])).hexdigest()


def is_known(raw: bytes) -> bool:
    return ReceivedMail.objects.filter(digest=digest(raw)).exists()


def remember(raw: bytes) -> None:
    """In the transaction that acts on it. Raises `IntegrityError` where another worker was first."""
    ReceivedMail.objects.create(digest=digest(raw), read_at=clock.now())
