"""Who may do something with a row of the outbox."""

from __future__ import annotations

from coordination.messaging.models import Message
from coordination.people.models import Role, User


def may_handle(user: User, message: Message) -> bool:
    """The coordinator of the branch that keeps the recipient. Main users look only."""
    return any(message.person.unit.path.startswith(head.path) for head in user.branches(Role.Kind.COORDINATOR))
