"""What a coordinator may do with a row of the outbox."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Letter, Message
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import workflow

from .channel import first_state

Status = Message.Status


@transaction.atomic
def send_again(message: Message, by: Actor) -> Message:
    """Put what failed, was stopped or is uncertain back on its way; raises `Refused` where it must not go twice."""
    if message.valid_until and message.valid_until <= clock.now():
        raise Refused(_("This message is too old to send. Make a new one from its order."))
    return workflow.move(
        message, first_state(message.channel), by, attempts=0, problem="", not_before=None, handed_at=None
    )


def tell_by_phone(message: Message, by: Actor) -> Message:
    """Onto the call list, whatever the channel was. Raises `Refused`, also where there is no number."""
    if not message.person.phone:
        raise Refused(_("There is no phone number. Write it down first."), code="phone")
    return _by_hand(message, Person.Channel.PHONE, by)


def send_by_post(message: Message, by: Actor) -> Message:
    """Among the letters to print, whatever the channel was. Raises `Refused`, also where there is no address."""
    if not message.person.has_postal_address:
        raise Refused(_("There is no postal address. Write it down first."), code="address")
    return _by_hand(message, Person.Channel.POST, by)


@transaction.atomic
def _by_hand(message: Message, channel: str, by: Actor) -> Message:
    if Letter.objects.filter(message=message).exists():
        raise Refused(_("This letter is in a print run. Post it or cancel the run first."), code="in_run")
    return workflow.move(
        message, Status.BY_HAND, by, channel=channel, attempts=0, problem="", not_before=None, handed_at=None
    )


def stop(message: Message, by: Actor) -> Message:
    """Keep what has not left from leaving."""
    return workflow.move(message, Status.STOPPED, by)


def mark_done(message: Message, by: Actor) -> Message:
    """Posted, told on the phone, or seen to have arrived."""
    return workflow.move(message, Status.SENT, by, done_at=clock.now())
