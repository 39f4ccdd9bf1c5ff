"""Who may do something with a row of the outbox."""

from __future__ import annotations

from coordination.messaging.models import Message
from coordination.people.models import Role, User

from . import desk


def may_handle(user: User, message: Message) -> bool:
    """The coordinator of the branch that keeps the recipient, and whoever holds the message's desk. Main users look only."""
    heads = user.branches(Role.Kind.COORDINATOR)
    return any(message.person.unit.path.startswith(head.path) for head in heads) or desk.holds(user, message.desk)
