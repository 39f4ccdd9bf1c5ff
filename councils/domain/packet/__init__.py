"""The packet: the last minutes, the invitation and the agenda to everybody invited, each in their own way (CC-15)."""

from .audience import Reader, audience
from .check import Lateness, Missing, check, lateness
from .make import go_on, make
from .papers import previous_minutes
from .resend import concerned, resend
from .send import send

__all__ = [
    "Lateness",
    "Missing",
    "Reader",
    "audience",
    "check",
    "concerned",
    "go_on",
    "lateness",
    "make",
    "previous_minutes",
    "resend",
    "send",
]
