"""The outbox: the only door by which a message leaves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import make_msgid
from typing import Any

from django.db import models, transaction
from django.template import Context, engines
from django.utils import translation

from coordination.foundation import clock
from coordination.messaging.models import Attachment, Message, MessageName
from coordination.people.models import Person

from .channel import first_state


@dataclass(frozen=True)
class Enclosure:
    """What goes along with a message: a small body, such as a calendar invitation."""

    name: str
    content_type: str
    body: bytes


def cause(row: models.Model) -> str:
    """How a message names its cause: "experts.bookingrequest:17"."""
    return f"{row._meta.label_lower}:{row.pk}"


def queue(
    kind: str,
    *,
    to: Person,
    context: dict[str, Any],
    about: models.Model,
    version: int = 0,
    part: int = 0,
    valid_until: datetime | None = None,
    not_before: datetime | None = None,
    names: Iterable[Person] = (),
    enclosures: Iterable[Enclosure] = (),
    reply_to: str = "",
    address: str = "",
    secret: bool = False,
) -> Message:
    """Render a message now, in the recipient's language, and put it in the outbox inside the caller's transaction.

    The template is `templates/messages/<kind with slashes>.txt`: first line the subject, the rest the body, links as
    placeholders. The same kind about the same cause in the same version goes to a person once; a newer version
    supersedes what has not left; `part` tells apart several of one version (reminders). `names` are third persons named in the text; times are aware; `address` is for mail
    not to the person's own; `secret` marks a sign-in code: by e-mail, shown to nobody, blanked once it has left.
    """
    subject, body = _rendered(kind, to.language, {**context, "person": to})
    channel = Person.Channel.EMAIL if secret else to.channel
    message, created = Message.objects.get_or_create(
        about=cause(about),
        kind=kind,
        person=to,
        version=version,
        part=part,
        defaults={
            "channel": channel,
            "address": address,
            "secret": secret,
            "language": to.language,
            "subject": subject,
            "body": body,
            "status": first_state(channel),
            "queued_at": clock.now(),
            "not_before": not_before,
            "valid_until": valid_until,
            "reply_to": reply_to,
            "message_id": make_msgid(domain="kuuluviin.invalid"),
        },
    )
    if created:
        _complete(message, names, enclosures)
        supersede(about, kind=kind, person=to, before=version)
        transaction.on_commit(_poke)
    return message


def supersede(about: models.Model, *, kind: str = "", person: Person | None = None, before: int | None = None) -> int:
    """What has not left yet and tells of an older state of `about` never leaves. Returns how many rows."""
    waiting = Message.objects.filter(about=cause(about), status__in=[Message.Status.QUEUED, Message.Status.BY_HAND])
    if kind:
        waiting = waiting.filter(kind=kind)
    if person:
        waiting = waiting.filter(person=person)
    if before is not None:
        waiting = waiting.filter(version__lt=before)
    return waiting.update(status=Message.Status.SUPERSEDED, done_at=clock.now())


def _rendered(kind: str, language: str, context: dict[str, Any]) -> tuple[str, str]:
    with translation.override(language):
        template = engines["django"].engine.get_template(f"messages/{kind.replace('.', '/')}.txt")
        # Plain text: nothing to escape. The HTML part escapes the finished text.
        text = template.render(Context(context, autoescape=False))
    subject, __, body = text.strip().partition("\n")
    return subject.strip(), body.strip() + "\n"


def _complete(message: Message, names: Iterable[Person], enclosures: Iterable[Enclosure]) -> None:
    MessageName.objects.bulk_create(MessageName(message=message, person=person) for person in set(names))
    Attachment.objects.bulk_create(
        Attachment(message=message, name=item.name, content_type=item.content_type, body=item.body)
        for item in enclosures
    )


def _poke() -> None:
    from django_q.tasks import async_task

    async_task("coordination.messaging.tasks.delivery.deliver")
