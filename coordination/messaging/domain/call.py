"""The call list: whom to ring and what to say, and what came of it (CO-02, GC-07)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.models import Call, Message
from coordination.messaging.models.desk import kept_in
from coordination.messaging.permissions.message import may_handle
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import workflow

from . import paper

CHANNELS = (Person.Channel.PHONE, Person.Channel.SMS)
"""Text messages wait here while their sender is switched off."""
ANSWERS = {
    "experts.offer.ask": _(
        "Ask: does the time suit? The answer may be yes or no, and a no needs no reason. Write the answer down at once."
    ),
    "experts.booking.reminder": _(
        "Ask: is everything all right with the meeting? If something has come up, write it down at once."
    ),
    "experts.booking.confirmed": _("Ask: is the agreement of the meeting clear? Go through it together."),
    "councils.packet.sent": _(
        "Ask: do you come, and what do you need there? Write the answer down at once on the page “Who comes”."
    ),
    "recruitment.place.offered": _(
        "Ask: do you take the place? The answer may be yes or no. Write it down at once on the page “Reserve”."
    ),
    "recruitment.place.ending": _(
        "Ask: do you want to be kept in mind longer? Write the answer down at once on the page “Reserve”."
    ),
    "experts.debrief.missing": _("Ask how it went, and write the talk down together."),
}
"""What the person may answer, by the kind of message."""


@dataclass
class Matter:
    """One message to be told: what to say, what may be answered, how often it was tried."""

    message: Message
    text: str
    answer: object
    tries: list[Call]


@dataclass
class ToCall:
    """One person to ring, with everything there is to tell."""

    person: Person
    matters: list[Matter] = field(default_factory=list)

    @property
    def until(self) -> datetime | None:
        """By when, aware: the first of its messages to grow too old."""
        return min((each.message.valid_until for each in self.matters if each.message.valid_until), default=None)

    @property
    def tries(self) -> list[Call]:
        return max((matter.tries for matter in self.matters), key=len)

    @property
    def keys(self) -> str:
        return ",".join(str(matter.message.pk) for matter in self.matters)


def waiting(heads: Iterable[Unit], desk: str = "") -> models.QuerySet[Message]:
    """What is to be told by phone in the branches, or of one desk: the soonest to grow too old first, then the oldest."""
    kept = models.Q(desk=desk) if desk else kept_in(heads)
    rows = Message.objects.by_hand().filter(kept, channel__in=CHANNELS)
    alive = rows.exclude(valid_until__lte=clock.now())
    return alive.order_by(models.F("valid_until").asc(nulls_last=True), "queued_at", "pk")


def calls(heads: Iterable[Unit], desk: str = "") -> list[ToCall]:
    """The call list, a person once, the most urgent first."""
    people: dict[int, ToCall] = {}
    for message in waiting(heads, desk).select_related("person__unit").prefetch_related("calls__by__person"):
        entry = people.setdefault(message.person_id, ToCall(message.person))
        matter = Matter(message, paper.spoken(message), ANSWERS.get(message.kind, ""), list(message.calls.all()))
        entry.matters.append(matter)
    return list(people.values())


@transaction.atomic
def reached(messages: Iterable[Message], by: Actor, note: str = "") -> int:
    """The person was told these messages, in person. Returns how many were told now. Raises `Refused`."""
    rows = _to_tell(messages, by, note)
    for row in rows:
        workflow.move(row, Message.Status.SENT, by, done_at=clock.now())
    return _write(rows, by, note, is_reached=True)


@transaction.atomic
def not_reached(messages: Iterable[Message], by: Actor, note: str = "") -> int:
    """Nobody answered, or only a machine did, which is told nothing. The messages wait. Raises `Refused`."""
    return _write(_to_tell(messages, by, note), by, note, is_reached=False)


def _to_tell(messages: Iterable[Message], by: Actor, note: str) -> list[Message]:
    """Those of them that still wait, locked in the order of their keys."""
    identity_code.refuse(note, field="note")
    keys = [row.pk for row in messages]
    rows = list(
        Message.objects.select_for_update(of=("self",))
        .filter(pk__in=keys, status=Message.Status.BY_HAND, channel__in=CHANNELS)
        .select_related("person__unit")
        .order_by("pk")
    )
    if not rows:
        raise Refused(_("This has been told already, or it has changed. Open the list again."), code="moved")
    if by.user is None or not all(may_handle(by.user, row) for row in rows):
        raise Refused(_("Only the coordinator of the branch can do this."), code="not_coordinator")
    return rows


def _write(rows: list[Message], by: Actor, note: str, *, is_reached: bool) -> int:
    Call.objects.bulk_create(
        Call(message=row, at=clock.now(), by=by.user, is_reached=is_reached, note=note.strip()[:200]) for row in rows
    )
    return len(rows)
