"""The programme of an event: when, what, by whom (ND-06); for a kick-off the usual one in a press (CC-09, EX-07)."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.models import Event, ProgrammeItem
from coordination.events.permissions.event import require_organiser
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.records.domain import audit, workflow, written

WRITABLE = ("starts_at", "ends_at", "titles", "who")
USUAL = (
    (0, pgettext_lazy("programme", "Coffee and welcome")),
    (15, pgettext_lazy("programme", "What we do, and what it is for")),
    (35, pgettext_lazy("programme", "How it works, and how often we meet")),
    (50, pgettext_lazy("programme", "Those who have taken part tell")),
    (80, pgettext_lazy("programme", "Time to ask and to talk")),
    (105, pgettext_lazy("programme", "Those who are interested leave their contact details")),
)
"""Minutes from the beginning of a kick-off of two hours, and what happens; a shorter or longer one keeps the proportions."""
USUAL_LENGTH, STEP = timedelta(hours=2), 5


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
def usual(event: Event, by: Actor) -> list[ProgrammeItem]:
    """The usual programme of a kick-off in every language, to be changed freely. Raises `Refused` where there is one already."""
    require_organiser(by, event)
    current = workflow.locked(event)
    if current.kind != Event.Kind.KICK_OFF or current.programme.exists():
        raise Refused(_("The usual programme is for a kick-off that has none yet."), code="has_one")
    share = (current.ends_at - current.starts_at) / USUAL_LENGTH
    rows = [
        ProgrammeItem(
            event=current,
            position=position,
            starts_at=current.starts_at + timedelta(minutes=round(minutes * share / STEP) * STEP),
            titles=_in_languages(title),
        )
        for position, (minutes, title) in enumerate(USUAL)
    ]
    audit.log(current, "kuuluviin.changed", by, {"programme": "usual"})
    return ProgrammeItem.objects.bulk_create(rows)


def _in_languages(title: object) -> dict[str, str]:
    found = {}
    for code, __ in settings.LANGUAGES:
        with translation.override(code):
            found[code] = str(title)
    return found


@transaction.atomic
def remove(item: ProgrammeItem, by: Actor) -> None:
    require_organiser(by, item.event)
    audit.log(item.event, "kuuluviin.changed", by, {"programme_removed": item.pk})
    item.delete()
