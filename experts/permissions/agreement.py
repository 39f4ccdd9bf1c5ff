from __future__ import annotations

from coordination.people.actor import Actor
from experts.models import Booking

from .booking import is_expert
from .booking_request import is_orderer


def may_speak_for(by: Actor, party: str, booking: Booking) -> bool:
    """A party speaks for itself; the coordinator may note what it said on the phone. `party`: "orderer" or "expert"."""
    if party == "orderer":
        return is_orderer(by, booking.booking_request)
    return party == "expert" and is_expert(by, booking)
