"""Who may do something with a row of the outbox."""

from __future__ import annotations

from coordination.messaging.models import Message
from coordination.messaging.models.desk import is_closed
from coordination.people.models import Role, User

from . import desk


def may_handle(user: User, message: Message) -> bool:
    """The coordinator of the branch that keeps the message, and whoever holds its desk. Main users look only.

    Of a closed desk the branch is the desk's own, and its coordinators are among those who hold it.
    """
    heads = [] if is_closed(message.desk) else user.branches(Role.Kind.COORDINATOR)
    return any(message.person.unit.path.startswith(head.path) for head in heads) or desk.holds(user, message.desk)
