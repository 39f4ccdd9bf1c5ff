"""What pages tell of the sessions and the roles of an order."""

from __future__ import annotations

from collections.abc import Mapping

from experts.domain import seat_role
from experts.models import BookingRequest


def roles(order: BookingRequest, names: Mapping[int, str]) -> list[dict]:
    """Each role with who fills it; `names` are those who come, by place. Empty where the places are all alike."""
    return [
        {"name": str(role), "who": names.get(seat, ""), "is_open": seat not in names}
        for seat, role in seat_role.of(order).items()
    ]
