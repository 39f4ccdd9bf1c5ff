"""Sending again what has left: a new row with the text as it is now; one press sends once."""

from __future__ import annotations

import re
import secrets
from email.utils import make_msgid

from django.db import transaction
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Attachment, Message, MessageName
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit

from .channel import first_state
from .letter import PAPERS

# Who writes a message anew. They stand above, so they are named, not imported.
WRITERS = {"experts": "experts.mails.again.message", "fees": "coordination.fees.domain.statement.again"}
LEFT = (Message.Status.SENT, Message.Status.UNCERTAIN, Message.Status.BY_HAND, Message.Status.JOINED)
PRESS = re.compile(r"[0-9a-f]{32}")


def press() -> str:
    """The key of a press of a button, drawn when the button is shown."""
    return secrets.token_hex(16)


@transaction.atomic
def send(message: Message, key: str, by: Actor) -> Message:
    """Send once more to the same person (`channel_of`). The caller has asked whether `by` may.

    The cause writes its text anew as it stands; where it cannot, the text that left goes as it was. The same press sends
    once. Raises `Refused` for what has not left, is secret, is too old, or stood on paper and has no address to go to.
    """
    if not PRESS.fullmatch(key):
        raise Refused(_("Open the page again and press once more."), code="press")
    standing = Message.objects.select_for_update(of=("self",)).select_related("person__unit").get(pk=message.pk)
    if standing.secret or standing.status not in LEFT:
        raise Refused(_("This message has not left yet: it need not be sent again."), code="not_left")
    if standing.valid_until and standing.valid_until <= clock.now():
        raise Refused(_("This message is too old to send. Make a new one from its order."), code="old")
    if _is_on_paper(standing) and not standing.person.has_postal_address:
        raise Refused(_("There is no postal address. Write it down first."), code="no_address")
    writer = WRITERS.get(standing.kind.partition(".")[0])
    made = (import_string(writer)(standing, key) if writer else None) or _copy(standing, key)
    audit.log(made, "kuuluviin.made", by, {"again": standing.pk, "kind": made.kind})
    return made


def channel_of(row: Message) -> str:
    """How it goes the next time: as the person is reached now; what lay in the envelope goes in an envelope again."""
    return Person.Channel.POST if _is_on_paper(row) else row.person.channel


def _is_on_paper(row: Message) -> bool:
    return row.channel == Person.Channel.POST and row.attachments.filter(content_type=PAPERS).exists()


def _copy(row: Message, key: str) -> Message:
    channel = channel_of(row)
    copy, created = Message.objects.get_or_create(
        about=row.about,
        kind=row.kind,
        person=row.person,
        version=row.version,
        part=row.part,
        again=key,
        defaults={
            **{name: getattr(row, name) for name in ("language", "subject", "body", "reply_to", "valid_until", "desk")},
            "channel": channel,
            "status": first_state(channel),
            "queued_at": clock.now(),
            "message_id": make_msgid(domain="kuuluviin.invalid"),
        },
    )
    if created:
        MessageName.objects.bulk_create(MessageName(message=copy, person_id=name.person_id) for name in row.names.all())
        facts = ("name", "content_type", "body", "file_id")
        Attachment.objects.bulk_create(
            Attachment(message=copy, **{fact: getattr(item, fact) for fact in facts}) for item in row.attachments.all()
        )
    return copy
