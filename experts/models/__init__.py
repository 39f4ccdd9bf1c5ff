from .agreement import Agreement
from .arrival import Arrival
from .audience import Audience
from .availability import Availability, AwayPeriod, SpecialDay
from .booking import Booking, BusyTime
from .booking_request import BookingRequest, RequestedTime, Wish
from .catalogue import ServiceArea, TaskType
from .cv import CV, CVAreaText, CVRevision, CVWord
from .debrief import Debrief
from .expert import Expert, ExpertLanguage
from .expert_import import ExpertImport, ImportedRow
from .limit import PausedTopic, RefusedUnit
from .offer import Offer, OfferTime
from .outside_order import OutsideOrder
from .past_booking import PastBooking
from .session import SeatRole, Session, WeeklyHours

__all__ = [
    "CV",
    "Agreement",
    "Arrival",
    "Audience",
    "Availability",
    "AwayPeriod",
    "Booking",
    "BookingRequest",
    "BusyTime",
    "CVAreaText",
    "CVRevision",
    "CVWord",
    "Debrief",
    "Expert",
    "ExpertImport",
    "ExpertLanguage",
    "ImportedRow",
    "Offer",
    "OfferTime",
    "OutsideOrder",
    "PastBooking",
    "PausedTopic",
    "RefusedUnit",
    "RequestedTime",
    "SeatRole",
    "ServiceArea",
    "Session",
    "SpecialDay",
    "TaskType",
    "WeeklyHours",
    "Wish",
]
