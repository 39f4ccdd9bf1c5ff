"""Who is known from events alone, and when their details are not needed any more: by the organisation's days after the
last event they had to do with (L-05).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.people.domain import forgetting as people
from coordination.people.models import Person, Role, Unit, User
from coordination.records.domain import rule

from .forgetting import TRACES

KEEP = "event.keep_newcomer_days"
COMING = timedelta(days=30)
"""So far ahead the page tells who is next."""


@dataclass(frozen=True)
class Line:
    """Somebody on the list beforehand, the last event they had to do with, and when they are erased."""

    person: Person
    event: Event
    on: date

    @property
    def is_due(self) -> bool:
        return self.on <= clock.today()


def days(unit: Unit) -> int:
    return int(rule.on(unit, KEEP))


def newcomers() -> QuerySet[Person]:
    """Those who came from outside for an event, without an account, and of whom the house keeps nothing else."""
    # Places of one who was merged into another moved along, but for those at an event where the other has one.
    places = Registration.objects.filter(person=OuterRef("pk")).order_by("-event__ends_at", "-event")
    joined = Person.objects.filter(people.held(TRACES), merged_into=OuterRef("pk"))
    rows = Person.objects.filter(~people.held(TRACES), is_unconfirmed=True, merged_into=None)
    rows = rows.annotate(last_event=Subquery(places.values("event")[:1]))
    return rows.filter(~Exists(joined), last_event__isnull=False)


def looked_after_by(user: User) -> QuerySet[Person]:
    """Newcomers of the branches where the user coordinates."""
    return newcomers().filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__"))


def over(rows: QuerySet[Person], on: date | None = None) -> list[Line]:
    """Who of these is to be erased on a day (Helsinki date, default today) or before it, the earliest first.

    Two queries, and one for each unit whose rule is asked.
    """
    day = on or clock.today()
    found = list(rows.select_related("unit"))
    events = Event.objects.in_bulk({person.last_event for person in found})
    kept = {unit: timedelta(days=days(unit)) for unit in {person.unit for person in found}}
    lines = (_line(person, events[person.last_event], kept[person.unit]) for person in found)
    over_ = (line for line in lines if line.on <= day and line.event.ends_at < clock.now())
    return sorted(over_, key=lambda line: (line.on, line.person.pk))


def preview(user: User) -> list[Line]:
    """Who of the user's branches is erased now and within `COMING`, the next one first."""
    return over(looked_after_by(user), clock.today() + COMING)


def _line(person: Person, event: Event, kept: timedelta) -> Line:
    return Line(person, event, clock.local(event.ends_at).date() + kept)
