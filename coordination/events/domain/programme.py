"""The programme of an event: when, what, by whom (ND-06)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, ProgrammeItem
from coordination.events.permissions.event import require_organiser
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow, written

WRITABLE = ("starts_at", "ends_at", "titles", "who")


@transaction.atomic
def add(
    event: Event,
    by: Actor,
    *,
    titles: Texts | dict | str,
    starts_at: datetime,
    ends_at: datetime | None = None,
    who: str = "",
) -> ProgrammeItem:
    """A line of the programme (aware datetimes), inside the event's own time. Raises `Refused`."""
    require_organiser(by, event)
    current = workflow.locked(event)
    facts = {"titles": Texts.of(titles), "starts_at": starts_at, "ends_at": ends_at, "who": who}
    facts = written.sound(ProgrammeItem, facts, WRITABLE)
    if not facts["titles"]:
        raise Refused(_("Write what happens."), field="titles", code="title")
    # By the true time: on the night the clocks change, a wall clock's hands mislead.
    if ends_at and ends_at.timestamp() <= starts_at.timestamp():
        raise Refused(_("It must end after it begins."), field="ends_at", code="backwards")
    if not current.starts_at <= starts_at <= current.ends_at or (ends_at and ends_at > current.ends_at):
        raise Refused(_("The programme stays within the event's own time."), field="starts_at", code="outside")
    made = ProgrammeItem.objects.create(event=current, position=current.programme.count(), **facts)
    audit.log(current, "kuuluviin.changed", by, {"programme": made.pk})
    return made


@transaction.atomic
def remove(item: ProgrammeItem, by: Actor) -> None:
    require_organiser(by, item.event)
    audit.log(item.event, "kuuluviin.changed", by, {"programme_removed": item.pk})
    item.delete()
