from __future__ import annotations

from coordination.people.actor import Actor
from experts.models import Debrief

from .booking_request import coordinates
from .offer import is_oneself


def may_handle(by: Actor, debrief: Debrief) -> bool:
    """The coordinator, unless the debrief is about the coordinator's own booking."""
    return coordinates(by.user, debrief.booking.booking_request.unit) and not is_oneself(by, debrief.booking.expert)
