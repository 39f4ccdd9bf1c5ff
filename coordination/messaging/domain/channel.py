"""Where a new message begins: what a machine sends waits for the worker, what a person does waits for a person."""

from __future__ import annotations

from coordination.messaging.models import Message
from coordination.people.models import Person

from . import sms

Channel = Person.Channel


def first_state(channel: str) -> str:
    """The state in which a message of this channel waits; with text messages switched off they are told by phone."""
    if channel == Channel.EMAIL or (channel == Channel.SMS and sms.is_on()):
        return Message.Status.QUEUED
    return Message.Status.BY_HAND
