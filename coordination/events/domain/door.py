"""The door: who was there, marked by those who arrange, and who came without registering (AN-14, WT-02)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, Registration
from coordination.events.permissions.event import require_organiser
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import outsider
from coordination.people.models import Person
from coordination.records.domain import workflow

from . import registration as registrations

Status = Registration.Status


@transaction.atomic
def mark(registration: Registration, by: Actor, *, attended: bool) -> Registration:
    """Was there, or was not; may be marked anew. No reason for staying away is asked. Raises `Refused` before the day."""
    require_organiser(by, registration.event)
    event = registrations.lock(registration.event)
    _refuse_early(event)
    to = Status.ATTENDED if attended else Status.ABSENT
    current = registrations.current(registration, event)
    if current.status != to:
        workflow.move(registration, to, by, marked_at=clock.now())
    registration.refresh_from_db()
    return registration


@transaction.atomic
def unmark(registration: Registration, by: Actor) -> Registration:
    """A slip of the finger: as if nothing had been marked yet."""
    require_organiser(by, registration.event)
    event = registrations.lock(registration.event)
    before = _before(registrations.current(registration, event))
    return workflow.move(registration, before, by, marked_at=None)


@transaction.atomic
def walk_in(event: Event, by: Actor, person: Person | None = None, **facts: object) -> Registration:
    """Somebody who came without registering: known already, or written down with a name alone. Marked as there.

    The door lets in more than there are places: whoever stands there is there. Raises `Refused`.
    """
    require_organiser(by, event)
    event = registrations.lock(event)
    _refuse_early(event)
    if person is None:
        if not str(facts.get("first_name") or "").strip():
            raise Refused(_("Write at least a first name."), field="first_name", code="name")
        person = outsider.introduce(event.unit, **facts)
    row = event.registrations.filter(person=person).first()
    if row is None:
        row = Registration.objects.create(
            event=event, person=person, via=Registration.Via.DOOR, answered_at=clock.now()
        )
    return mark(row, by, attended=True)


def mark_the_rest(event: Event) -> int:
    """When it has been held: who has a place and was not marked was not there; of a series everybody invited is expected.

    Returns how many. The caller has locked the event.
    """
    expected = [Status.REGISTERED, Status.INVITED] if event.series_id else [Status.REGISTERED]
    rows = event.registrations.filter(status__in=expected)
    return rows.update(status=Status.ABSENT, marked_at=clock.now())


def _before(row: Registration) -> str:
    """How somebody stood before the door: waiting for a place, never having answered, or coming."""
    if row.waiting_since:
        return Status.WAITING
    return Status.REGISTERED if row.answered_at else Status.INVITED


def _refuse_early(event: Event) -> None:
    if event.status in (Event.Status.DRAFT, Event.Status.CANCELLED):
        raise Refused(_("The event is not open, so nobody is marked."), code="not_open")
    if clock.local(event.starts_at).date() > clock.today():
        raise Refused(_("Who was there is marked on the day of the event."), code="early")
