"""Mails that came back: a delivery status notification about one of ours marks that message, so that somebody sees it."""

from __future__ import annotations

import re
from email.message import EmailMessage
from email.message import Message as Part
from email.parser import HeaderParser

from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import workflow

BOUNCED = "bounced"
CODE = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
FINAL = {Message.Status.SENT, Message.Status.UNCERTAIN}


def take(mail: EmailMessage) -> bool:
    """Whether this is a notification of ours: then its message is marked as failed, unless it has moved on since.

    A notice of mere delay is understood and changes nothing.
    """
    if mail.get_content_type() != "multipart/report" or mail.get_param("report-type") != "delivery-status":
        return False
    message = Message.objects.filter(message_id__in=_ids(mail)).first()
    status = _status(mail)
    if message is None or status is None:
        return False
    action, code = status
    if action == "failed" and message.status in FINAL:
        workflow.move(message, Message.Status.FAILED, Actor.worker(), problem=f"{BOUNCED} {code}".strip())
    return True


def _status(mail: EmailMessage) -> tuple[str, str] | None:
    """What the far server says of the recipient: its action and code ("failed", "5.1.1"); None where nothing is told."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for block in part.get_payload():
            if action := str(block.get("Action", "")).strip().lower():
                code = CODE.search(str(block.get("Status", "")))
                return action, code[0] if code else ""
    return None


def _ids(mail: EmailMessage) -> set[str]:
    """The Message-IDs of the mail that came back: in its copy, or in what the notification answers to."""
    found = [str(mail.get(name, "")) for name in ("In-Reply-To", "References")]
    for part in mail.walk():
        if part.get_content_type() == "message/rfc822":
            found += [str(copy.get("Message-ID", "")) for copy in part.get_payload()]
        elif part.get_content_type() == "text/rfc822-headers":
            found.append(str(HeaderParser().parsestr(_text(part)).get("Message-ID", "")))
    return {each for row in found for each in re.findall(r"<[^<>\s]+>", row)}


def _text(part: Part) -> str:
    content = part.get_payload(decode=True)
    return content.decode("utf-8", "replace") if isinstance(content, bytes) else str(part.get_payload())
