"""What comes into the mailbox: returned mails and calendar replies, each to whom it concerns; the rest is left alone."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from email.message import EmailMessage

from django.db import transaction

from coordination.calendar.domain import reply as replies
from coordination.calendar.domain.reply import Reply
from coordination.messaging.domain import bounce, mailbox, received
from councils.domain import invitation_entry, invitation_reply

log = logging.getLogger(__name__)

# A calendar entry's uid begins with whose it is.
TAKERS: dict[str, Callable[[Reply], bool]] = {invitation_entry.PREFIX: invitation_reply.take}


@dataclass
class Read:
    """How many mails were understood, known from before, left alone, and could not be read."""

    taken: int = 0
    known: int = 0
    left: int = 0
    broken: int = 0


def read(address: str = "") -> Read | None:
    """Read the mailbox (by default the setting's) once; None where it is off. Raises `mailbox.MailboxFailed`.

    A mail is acted on once, however often it is read; a broken one stops nothing.
    """
    count = Read()
    with mailbox.opened(address) as box:
        if box is None:
            return None
        for letter in box.unread():
            try:
                known = received.is_known(letter.raw)
                is_ours = known or _take(letter.raw)
            except Exception as problem:  # noqa: BLE001 - whatever a stranger's mail does, the next one is read
                log.warning("A mail could not be read: %s", type(problem).__name__)
                count.broken += 1
                continue
            if is_ours:
                box.mark_read(letter)
            count.known += known
            count.taken += is_ours and not known
            count.left += not is_ours
    return count


@transaction.atomic
def _take(raw: bytes) -> bool:
    mail = received.parsed(raw)
    is_ours = bounce.take(mail) or _replied(mail)
    if is_ours:
        received.remember(raw)
    return is_ours


def _replied(mail: EmailMessage) -> bool:
    found = replies.of(mail)
    if found is None:
        return False
    return any(found.uid.startswith(prefix) and take(found) for prefix, take in TAKERS.items())
