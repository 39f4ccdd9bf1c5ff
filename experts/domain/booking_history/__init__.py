"""Last year's bookings from a list: history beside the register, marked as imported, never orders."""

from .checking import BookingLine, check, heading
from .names import Nameable
from .storing import store

__all__ = ["BookingLine", "Nameable", "check", "heading", "store"]
