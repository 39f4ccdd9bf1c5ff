"""What the outbox tells of its channels: above the list, and beside one message."""

from __future__ import annotations

from django.utils.translation import gettext as _

from coordination.foundation.board import BoardIndexView
from coordination.messaging.domain import sms, waiting
from coordination.messaging.models import Message
from coordination.messaging.permissions.message import may_handle
from coordination.people.models import Person, Role, User


class OutboxIndexView(BoardIndexView):
    """The outbox with its channels above."""

    def get_context_data(self, **kwargs: object) -> dict:
        coordinates = self.request.user.has_role(Role.Kind.COORDINATOR)
        return super().get_context_data(
            channels=waiting.by_channel(self.request.user) if coordinates else None, **kwargs
        )


def facts(user: User, message: Message) -> dict:
    """What the page of a message says of its channel; the link of a text message stays unseen."""
    is_sms = message.channel == Person.Channel.SMS
    text = sms.words(message, _("[personal link]")) if is_sms else ""
    return {"may_handle": may_handle(user, message), "sms_text": text}
