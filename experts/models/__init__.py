from .agreement import Agreement
from .appearance import Appearance
from .arrangement import Arrangement
from .arrival import Arrival
from .audience import Audience
from .availability import Availability, AwayPeriod, SpecialDay
from .background_check import BackgroundCheck
from .booking import Booking, BusyTime
from .booking_request import BookingRequest, RequestedTime, Wish
from .briefing import Briefing
from .cancel_reason import CancelReason
from .catalogue import ServiceArea, TaskType
from .concern import Concern
from .contract import Contract, ContractKind, ContractTemplate
from .conversation import Conversation, Post, Reading
from .cv import CV, CVAreaText, CVRevision, CVWord
from .debrief import Debrief
from .expert import Expert, ExpertLanguage
from .expert_import import ExpertImport, ImportedRow
from .introduction import Introduction
from .limit import PausedTopic, RefusedUnit
from .offer import Offer, OfferTime
from .out_of_date import OutOfDate
from .outside_order import OutsideOrder
from .past_booking import PastBooking
from .session import SeatRole, Session, WeeklyHours
from .stopping import Stopping, Touched
from .time_change import TimeChange, TimeChangeAnswer
from .training import Mark, Training, TrainingGroup

__all__ = [
    "CV",
    "Agreement",
    "Appearance",
    "Arrangement",
    "Arrival",
    "Audience",
    "Availability",
    "AwayPeriod",
    "BackgroundCheck",
    "Booking",
    "BookingRequest",
    "Briefing",
    "BusyTime",
    "CVAreaText",
    "CVRevision",
    "CVWord",
    "CancelReason",
    "Concern",
    "Contract",
    "ContractKind",
    "ContractTemplate",
    "Conversation",
    "Debrief",
    "Expert",
    "ExpertImport",
    "ExpertLanguage",
    "ImportedRow",
    "Introduction",
    "Mark",
    "Offer",
    "OfferTime",
    "OutOfDate",
    "OutsideOrder",
    "PastBooking",
    "PausedTopic",
    "Post",
    "Reading",
    "RefusedUnit",
    "RequestedTime",
    "SeatRole",
    "ServiceArea",
    "Session",
    "SpecialDay",
    "Stopping",
    "TaskType",
    "TimeChange",
    "TimeChangeAnswer",
    "Touched",
    "Training",
    "TrainingGroup",
    "WeeklyHours",
    "Wish",
]
