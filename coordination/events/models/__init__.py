from .event import Event, Organiser, ProgrammeItem
from .registration import Registration
from .series import EventSeries

__all__ = ["Event", "EventSeries", "Organiser", "ProgrammeItem", "Registration"]
