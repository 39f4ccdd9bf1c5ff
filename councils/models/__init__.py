from .agenda_item import AgendaItem, Material
from .bulletin import Bulletin
from .council import MOST_SEATS, Council
from .invitation import Attendance, Invitation
from .meeting import Meeting, MeetingTask
from .membership import Membership
from .minutes import Correction, Minutes, MinutesComment, MinutesRevision
from .packet import Packet, PacketCopy
from .problem import Problem
from .recruiting import CouncilCampaign
from .staff import Staff, WorkHours
from .statement import Forwarding, Statement
from .topic import Topic, TopicTheme, TopicVote

__all__ = [
    "MOST_SEATS",
    "AgendaItem",
    "Attendance",
    "Bulletin",
    "Correction",
    "Council",
    "CouncilCampaign",
    "Forwarding",
    "Invitation",
    "Material",
    "Meeting",
    "MeetingTask",
    "Membership",
    "Minutes",
    "MinutesComment",
    "MinutesRevision",
    "Packet",
    "PacketCopy",
    "Problem",
    "Staff",
    "Statement",
    "Topic",
    "TopicTheme",
    "TopicVote",
    "WorkHours",
]
