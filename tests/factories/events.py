"""Events in situations: a kick-off of Youth services, who comes, who waits. Rows are written straight: the verbs have tests of their own."""

from __future__ import annotations

from datetime import datetime, timedelta

from coordination.events.models import Event, EventSeries, Organiser, Registration
from coordination.foundation import clock
from coordination.people.models import Person, Unit
from tests.factories import people

NAME = "Aloitustilaisuus"


def event(name: str = NAME, unit: Unit | None = None, **fields: object) -> Event:
    """An open public kick-off of Youth services in two weeks, found again by its name; coordinated by Kaisa."""
    home = unit or people.unit()
    found = Event.objects.filter(names__fi=name, unit=home).first()
    if found:
        return found
    starts: datetime = fields.pop("starts_at", None) or clock.now() + timedelta(days=14)  # type: ignore[assignment]
    facts = {
        "kind": Event.Kind.KICK_OFF,
        "status": Event.Status.OPEN,
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=2),
        "place": "Kuulaspiha, Koivu",
        "is_public": True,
        "coordinator": people.kaisa(),
    }
    return Event.objects.create(names={"fi": name}, unit=home, **{**facts, **fields})


def series(kind: str = Event.Kind.SUPERVISION, unit: Unit | None = None, name: str = "Työnohjaus 2026") -> EventSeries:
    home = unit or people.organisation()
    return EventSeries.objects.get_or_create(kind=kind, unit=home, defaults={"names": {"fi": name}})[0]


def organiser(event: Event, person: Person) -> Organiser:
    return Organiser.objects.get_or_create(event=event, person=person)[0]


def registration(
    event: Event, person: Person, status: str = Registration.Status.REGISTERED, **fields: object
) -> Registration:
    if status == Registration.Status.WAITING:
        fields.setdefault("waiting_since", clock.now())
    if status != Registration.Status.INVITED:
        fields.setdefault("answered_at", clock.now())
    return Registration.objects.get_or_create(event=event, person=person, defaults={"status": status, **fields})[0]
