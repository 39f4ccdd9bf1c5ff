"""The worker's part of the mailbox."""

from coordination.messaging.domain.mailbox import MailboxFailed
from coordination.portal.domain import inbox


def read() -> str:
    """Every five minutes; does nothing while no mailbox is named. A server that does not answer is asked the next time."""
    try:
        return str(inbox.read() or "off")
    except MailboxFailed as problem:
        return f"not reached: {problem}"
