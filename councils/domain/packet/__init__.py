"""The packet: the last minutes, the invitation and the agenda to everybody invited, each in their own way (CC-15)."""

from .audience import Reader, audience, invited
from .check import Lateness, Missing, check, lateness
from .make import go_on, make, progress
from .papers import previous_minutes
from .resend import concerned, last_copies, resend
from .send import send

__all__ = [
    "Lateness",
    "Missing",
    "Reader",
    "audience",
    "check",
    "concerned",
    "go_on",
    "invited",
    "last_copies",
    "lateness",
    "make",
    "previous_minutes",
    "progress",
    "resend",
    "send",
]
