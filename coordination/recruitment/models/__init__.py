from .applicant import Applicant, Forgetting, FunnelRow
from .campaign import Campaign, Channel, GuideQuestion, Recruiter, short_code
from .interview import Interview, InterviewNote, Slot, Summary
from .known_service import Service

__all__ = [
    "Applicant",
    "Campaign",
    "Channel",
    "Forgetting",
    "FunnelRow",
    "GuideQuestion",
    "Interview",
    "InterviewNote",
    "Recruiter",
    "Service",
    "Slot",
    "Summary",
    "short_code",
]
