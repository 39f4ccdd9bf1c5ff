"""What is written when a coordinator changes (GC-12)."""

from __future__ import annotations

from datetime import date

from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person, Role, UnitAgreement

KIND = "people.coordinator_changed"


def begins(to: Person, coordinator: Person, cause: UnitAgreement | Role, from_day: date, version: int = 0) -> Message:
    """To one of the new coordinator's people: who it is, how to reach them, from which day. Once a version of the cause."""
    return outbox.queue(
        KIND,
        to=to,
        context={"coordinator": coordinator, "from_day": from_day},
        about=cause,
        version=version,
        names=[coordinator],
        reply_to=coordinator.email,
    )
