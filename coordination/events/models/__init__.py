from .event import Event, Organiser, ProgrammeItem
from .forgetting import Forgetting
from .registration import Registration
from .series import EventSeries

__all__ = ["Event", "EventSeries", "Forgetting", "Organiser", "ProgrammeItem", "Registration"]
