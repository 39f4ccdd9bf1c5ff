"""The outbox's list, with what waits by each channel above it."""

from __future__ import annotations

from coordination.foundation.board import BoardIndexView
from coordination.messaging.domain import waiting
from coordination.people.models import Role


class OutboxIndexView(BoardIndexView):
    """The outbox with its channels above."""

    def get_context_data(self, **kwargs: object) -> dict:
        coordinates = self.request.user.has_role(Role.Kind.COORDINATOR)
        return super().get_context_data(
            channels=waiting.by_channel(self.request.user) if coordinates else None, **kwargs
        )
