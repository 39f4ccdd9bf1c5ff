"""The door: who was there, marked by those who arrange, and who came without registering (AN-14, WT-02)."""

from __future__ import annotations

from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, Registration
from coordination.events.permissions.event import require_organiser
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import forgetting as letters
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.people.domain import outsider
from coordination.people.models import Person
from coordination.records.domain import audit, workflow

from . import forgetting, newcomer_retention
from . import registration as registrations

Status = Registration.Status
MARKED = (Status.ATTENDED, Status.ABSENT)


@transaction.atomic
def mark(registration: Registration, by: Actor, *, attended: bool) -> Registration:
    """Was there, or was not; may be marked anew. No reason for staying away is asked. Raises `Refused` before the day."""
    require_organiser(by, registration.event)
    event = registrations.lock(registration.event)
    _refuse_early(event)
    to = Status.ATTENDED if attended else Status.ABSENT
    current = registrations.current(registration, event)
    if current.status != to:
        before = current.marked_from if current.status in MARKED else current.status
        workflow.move(registration, to, by, marked_at=clock.now(), marked_from=before)
    registration.refresh_from_db()
    return registration


@transaction.atomic
def unmark(registration: Registration, by: Actor) -> Registration | None:
    """A slip of the finger: as if nothing had been marked yet. Somebody written down at the door goes from the list (None).

    Raises `Refused` for what is not marked, and for one written down at the door who has been thanked since.
    """
    require_organiser(by, registration.event)
    event = registrations.lock(registration.event)
    row = registrations.current(registration, event)
    if row.status not in MARKED:
        raise workflow.moved(row)
    if row.via == Registration.Via.DOOR and not row.marked_from:
        _strike(row, by)
        return None
    before = row.marked_from or Status.REGISTERED
    seat = row.seat if before == Status.REGISTERED else None
    return workflow.move(registration, before, by, seat=seat, marked_at=None, marked_from="")


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
    if row is not None:
        return mark(row, by, attended=True)
    row = Registration.objects.create(event=event, person=person, via=Registration.Via.DOOR, answered_at=clock.now())
    return workflow.move(row, Status.ATTENDED, by, marked_at=clock.now())


def mark_the_rest(event: Event) -> int:
    """When it has been held: who has a place and was not marked was not there; of a series everybody invited is expected.

    Returns how many. The caller has locked the event.
    """
    expected = [Status.REGISTERED, Status.INVITED] if event.series_id else [Status.REGISTERED]
    rows = event.registrations.filter(status__in=expected)
    return rows.update(status=Status.ABSENT, marked_at=clock.now(), marked_from=F("status"))


def _strike(row: Registration, by: Actor) -> None:
    """Somebody who was nowhere before the door; a newcomer whose only event this is goes along."""
    if letters.about([outbox.cause(row)]).exists():
        raise workflow.moved(row)
    found = newcomer_retention.newcomers().filter(pk=row.person_id).exists()
    audit.forget(Registration, [row.pk])
    Registration.objects.filter(pk=row.pk).delete()
    audit.log(row.event, "kuuluviin.changed", by, {"struck": 1})
    persons = Person.objects.select_for_update().filter(Q(pk=row.person_id) | Q(merged_into=row.person_id))
    if found and not Registration.objects.filter(person__in=persons.values("pk")).exists():
        forgetting.forget_persons(persons.order_by("pk"), by)


def _refuse_early(event: Event) -> None:
    if event.status in (Event.Status.DRAFT, Event.Status.CANCELLED):
        raise Refused(_("The event is not open, so nobody is marked."), code="not_open")
    if clock.local(event.starts_at).date() > clock.today():
        raise Refused(_("Who was there is marked on the day of the event."), code="early")
