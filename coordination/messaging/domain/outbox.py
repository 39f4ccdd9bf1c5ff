"""The outbox: the only door by which a message leaves.

A message is rendered when it is queued, in the recipient's language: the words are the branch's own or
`templates/messages/<kind with slashes>.txt` (`text.rendered`), links as placeholders. The same kind about the same cause
in the same version goes to a person once; a newer version supersedes what has not left.

A kind that settles waits a while for more `changes` and tells of its unsent forerunners' changes, too. A notice may wait
for the digest. What is urgent does neither. A secret message (a sign-in code) goes by e-mail, is shown to nobody and is
blanked once it has left; `address` is for mail not to the person's own. `desk` names who posts and tells a message besides
the coordinators ("councils.council:3").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import make_msgid
from typing import Any

from django.db import models, transaction
from django.utils import translation

from coordination.foundation import clock
from coordination.messaging.models import Attachment, Message, MessageName, NoticePace
from coordination.people.models import Person
from coordination.records.domain import rule
from coordination.records.models import StoredFile

from . import catalogue, notice, text
from .change import Change, joined
from .channel import first_state

UNSENT = (Message.Status.QUEUED, Message.Status.BY_HAND, Message.Status.GATHERED)


@dataclass(frozen=True)
class Enclosure:
    """What goes along with a message: a small body, such as a calendar invitation, or a file that is kept already."""

    name: str
    content_type: str
    body: bytes = b""
    file: StoredFile | None = None


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
    changes: Sequence[Change] = (),
    urgent: bool = False,
    again: str = "",
    footer: str = "",
    desk: str = "",
    channel: str = "",
) -> Message:
    """Render a message and put it in the outbox inside the caller's transaction; how it leaves stands above.

    `part` and `again` tell apart several of one version and presses that send once more; `names` are third persons told of;
    `channel` is for what cannot go by the person's own, such as a paper that was asked for on the phone.
    """
    at_once = secret or urgent or bool(again)
    pace = NoticePace.Pace.AT_ONCE if at_once else notice.pace_at(desk, notice.pace_of(to, notice.group_of(kind)))
    told = _changes(kind, to, about, version, changes)
    way = Person.Channel.EMAIL if secret else channel or to.channel
    stored = _words(kind, to, {**context, "changes": told}, way, footer or _footer(kind, to, pace)) | {
        "channel": way,
        "address": address,
        "secret": secret,
        "status": _first_state(way, pace),
        "queued_at": clock.now(),
        "not_before": not_before if at_once else _settled(kind, to, not_before),
        "valid_until": valid_until,
        "reply_to": reply_to,
        "desk": desk,
        "message_id": make_msgid(domain="kuuluviin.invalid"),
    }
    once = {"about": cause(about), "kind": kind, "person": to, "version": version, "part": part, "again": again}
    message, created = Message.objects.get_or_create(**once, defaults=stored)
    if created:
        _complete(message, names, enclosures)
        if version:
            supersede(about, kind=kind, person=to, before=version)
        _poke_once()
    return message


def supersede(about: models.Model, *, kind: str = "", person: Person | None = None, before: int | None = None) -> int:
    """What has not left yet and tells of an older state of `about` never leaves. Returns how many rows."""
    waiting = Message.objects.filter(about=cause(about), status__in=UNSENT)
    if kind:
        waiting = waiting.filter(kind=kind)
    if person:
        waiting = waiting.filter(person=person)
    if before is not None:
        waiting = waiting.filter(version__lt=before)
    return waiting.update(status=Message.Status.SUPERSEDED, done_at=clock.now())


def carry(old: models.Model, new: models.Model) -> int:
    """What has not left yet of `old`, which lives on in `new`, tells of `new` from now on. Returns how many rows.

    What `new` has told the same person already leaves once.
    """
    same = {name: models.OuterRef(name) for name in ("kind", "person", "version", "part", "again")}
    there = Message.objects.filter(about=cause(new), **same)
    waiting = Message.objects.filter(~models.Exists(there), about=cause(old), status__in=UNSENT)
    count = waiting.update(about=cause(new))
    supersede(old)
    return count


def _words(kind: str, to: Person, context: dict[str, Any], channel: str, footer: str) -> dict[str, Any]:
    words = text.rendered(kind, to, context, text.family_of(channel))
    body = words.body + footer
    return {"language": to.language, "subject": words.subject, "body": body, "changes": context["changes"]}


def _first_state(channel: str, pace: str) -> str:
    if pace == NoticePace.Pace.NEVER:
        return Message.Status.UNWANTED
    return first_state(channel) if pace == NoticePace.Pace.AT_ONCE else Message.Status.GATHERED


def _settled(kind: str, to: Person, not_before: datetime | None) -> datetime | None:
    """Of a change: not before it has settled, by the rule `message.settle_minutes` of the reader's branch."""
    if not catalogue.settles(kind):
        return not_before
    settled = clock.now() + timedelta(minutes=rule.on(to.unit, "message.settle_minutes"))
    return max(settled, not_before) if not_before else settled


def _changes(kind: str, to: Person, about: models.Model, version: int, changes: Sequence[Change]) -> list[dict]:
    """These changes, after those of the forerunners that never left; of a kind that settles."""
    if not catalogue.settles(kind):
        return []
    waiting = Message.objects.filter(about=cause(about), kind=kind, person=to, status__in=UNSENT, version__lt=version)
    earlier = [row for told in waiting.order_by("version").values_list("changes", flat=True) for row in told]
    return joined(earlier, [change.in_words(to) for change in changes])


def _footer(kind: str, to: Person, pace: str) -> str:
    """Under a notice that leaves by itself: where one chooses how notices come."""
    if not notice.group_of(kind) or pace != NoticePace.Pace.AT_ONCE:
        return ""
    with translation.override(to.language):
        return notice.footer(to)


def _complete(message: Message, names: Iterable[Person], enclosures: Iterable[Enclosure]) -> None:
    MessageName.objects.bulk_create(MessageName(message=message, person=person) for person in set(names))
    Attachment.objects.bulk_create(
        Attachment(message=message, name=item.name, content_type=item.content_type, body=item.body, file=item.file)
        for item in enclosures
    )


def _poke_once() -> None:
    """The worker sends all that is due: a transaction that queues a hundred messages wakes it once."""
    if not any(waiting is _poke for _savepoints, waiting, *_ in transaction.get_connection().run_on_commit):
        transaction.on_commit(_poke)


def _poke() -> None:
    from django_q.tasks import async_task

    async_task("coordination.messaging.tasks.delivery.deliver")
