"""The front door of invitations: who is invited, what they answer, guests, what goes along into the calendar."""

from __future__ import annotations

from .guest import add as add_guest
from .guest import slot_of, slot_words, withdraw
from .invitation_answer import answer, call_substitute, may_answer
from .invitation_call import call, circle, newcomers, refuse_over
from .invitation_entry import enclosure_for

__all__ = [
    "add_guest",
    "answer",
    "call",
    "call_substitute",
    "circle",
    "enclosure_for",
    "may_answer",
    "newcomers",
    "refuse_over",
    "slot_of",
    "slot_words",
    "withdraw",
]
