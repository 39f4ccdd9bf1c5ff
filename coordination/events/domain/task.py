"""What must be done for an event: from a template by its kind, by whom and by when, ticked off (TD-08, ND-02)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import translation
from django.utils.translation import gettext_lazy

from coordination.calendar.domain import action
from coordination.calendar.models import Action
from coordination.events.models import Event
from coordination.events.permissions.event import require_organiser
from coordination.foundation import clock
from coordination.people.actor import Actor
from coordination.people.models import Person

LABEL = Event._meta.label_lower


@dataclass(frozen=True)
class Duty:
    """A task so many days from the event: minus before, plus after."""

    what: Any
    days: int


PLACE = Duty(gettext_lazy("Book the place and see that everybody can get in"), -28)
COFFEE = Duty(gettext_lazy("Order the refreshments; ask about diets"), -5)
INVITE = Duty(gettext_lazy("Invite people and tell of the event"), -21)
THANK = Duty(gettext_lazy("Thank those who came, and tell what comes next"), 2)
SPEAKERS = Duty(gettext_lazy("Agree with the speakers"), -21)
IDEAS = Duty(gettext_lazy("Take the ideas noted at the event further"), 3)

TEMPLATES: dict[str, tuple[Duty, ...]] = {
    Event.Kind.KICK_OFF: (
        PLACE,
        Duty(gettext_lazy("Ask former members to come and tell"), -21),
        Duty(gettext_lazy("Invite everybody who is interested: nobody is forgotten"), -14),
        COFFEE,
        Duty(gettext_lazy("Print the form for contact details"), -3),
        Duty(gettext_lazy("Call those who left their details"), 7),
    ),
    Event.Kind.THEME_DAY: (
        PLACE,
        SPEAKERS,
        Duty(gettext_lazy("Agree with partners who takes part and how"), -28),
        INVITE,
        COFFEE,
        IDEAS,
        THANK,
    ),
    Event.Kind.NETWORK_DAY: (
        PLACE,
        SPEAKERS,
        Duty(gettext_lazy("Write the programme with its times"), -21),
        INVITE,
        COFFEE,
        THANK,
    ),
    Event.Kind.INFO: (PLACE, INVITE, Duty(gettext_lazy("Print the brochures"), -5), THANK),
    Event.Kind.JOINT_MEETING: (PLACE, Duty(gettext_lazy("Ask the experts what to talk about"), -14), COFFEE, IDEAS),
    Event.Kind.DISCUSSION: (PLACE, SPEAKERS, INVITE, COFFEE, IDEAS),
    Event.Kind.OTHER: (PLACE, INVITE, COFFEE),
}
"""Sessions of a training and of supervision come in series: their provider arranges them."""


def from_template(event: Event, by: Actor) -> None:
    """The tasks of the event's kind for its coordinator, in their language; a day that has passed already is today's."""
    day = clock.local(event.starts_at).date()
    with translation.override(event.coordinator.language):
        duties = [(str(duty.what), duty.days) for duty in TEMPLATES.get(event.kind, ())]
    for what, days in duties if day >= clock.today() else []:
        due = max(day + timedelta(days=days), clock.today())
        action.take(about=event, unit=event.unit, what=what, owner=event.coordinator, due_on=due, by=by)


def of(event: Event) -> QuerySet[Action]:
    return Action.objects.filter(about=action.cause(event)).select_related("owner")


def event_of(row: Action) -> int:
    """The key of the event a task came of."""
    return int(row.about.rpartition(":")[2])


@transaction.atomic
def add(event: Event, by: Actor, *, what: str, due_on: date, owner: Person | None = None) -> Action:
    """A further task, the coordinator's unless somebody else is named. Raises `Refused`."""
    require_organiser(by, event)
    return action.take(about=event, unit=event.unit, what=what, owner=owner or event.coordinator, due_on=due_on, by=by)


@transaction.atomic
def tick(event: Event, row: Action, by: Actor, *, done: bool = True) -> Action:
    """Done, or not done after all. Twice is the same as once."""
    require_organiser(by, event)
    if done == (row.status == Action.Status.DONE):
        return row
    return action.finish(row, by, let_in=True) if done else action.reopen(row, by, let_in=True)


def shift(event: Event, days: timedelta) -> None:
    """Undone tasks follow the event to its new day, never into the past."""
    rows = list(of(event).filter(status=Action.Status.OPEN))
    for row in rows:
        row.due_on = max(row.due_on + days, clock.today())
    Action.objects.bulk_update(rows, ["due_on"])


def drop_all(event: Event, by: Actor) -> None:
    """The event is off: nobody goes on with its tasks."""
    _drop(event, by, of(event), gettext_lazy("The event was cancelled."))


def drop_before(event: Event, by: Actor) -> None:
    """The event was held: what should have been done by then waits for nobody any more; thanks and ideas still do."""
    day = clock.local(event.starts_at).date()
    _drop(event, by, of(event).filter(due_on__lte=day), gettext_lazy("The event was held."))


def _drop(event: Event, by: Actor, rows: QuerySet[Action], note: Any) -> None:
    with translation.override(event.coordinator.language):
        said = str(note)
    for row in rows.filter(status=Action.Status.OPEN):
        action.drop(row, by, note=said, let_in=True)
