"""Who is invited, comes, waits: one person and one event (CC-08, CC-09, ND-03). Places are given out one after another."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from coordination.events.mails import event as mails
from coordination.events.models import Event, Registration
from coordination.events.permissions.event import organises, require_organiser
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, safe_link
from coordination.people.actor import LINK, PHONE, POST, Actor
from coordination.people.models import Person
from coordination.records.domain import audit, workflow

from . import entry, seat

Status, Via, Need = Registration.Status, Registration.Via, Registration.Need
KEPT = timedelta(days=14)
"""The page behind the link still takes ideas and tells how it stood a while after."""
WAYS = {LINK: Via.LINK, PHONE: Via.PHONE, POST: Via.POST}


@transaction.atomic
def invite(event: Event, people: Iterable[Person], by: Actor, *, tell: bool = True) -> list[Registration]:
    """Invite people: row, personal link, calendar, a message each in their own channel. Returns the new registrations.

    One who is invited, comes, waits or has said no already is not invited again: pressing once more invites those who came
    since. Without `tell` the caller tells them (a series). Raises `Refused` unless the event is open and still to come.
    """
    require_organiser(by, event)
    event = lock(event)
    refuse_over(event)
    known = set(event.registrations.values_list("person", flat=True))
    wanted = {person.pk: person for person in people if person.pk not in known}
    made = [_made(event, person) for __, person in sorted(wanted.items())]
    entry.join(event, list(wanted.values()))
    if made:
        audit.log(event, "kuuluviin.changed", by, {"invited": len(made)})
    if tell:
        # Read once for all: the programme goes with each invitation (ND-02).
        prefetch_related_objects([event], "programme")
        _tell(mails.INVITED, made)
    return made


@transaction.atomic
def register(
    event: Event,
    person: Person,
    by: Actor,
    *,
    needs: Iterable[str] = (),
    needs_note: str = "",
    via: str = "",
    tell: bool = True,
) -> Registration:
    """Take a place, or a turn in the waiting list where all are taken; once more changes what is needed.

    One registers oneself to what is public or one is invited to; an organiser for another with
    `by.acting_for(person, via="phone")`, also after the last day. Raises `Refused`.
    """
    identity_code.refuse(needs_note, field="needs_note")
    wanted = sorted(set(needs))
    if not set(wanted) <= set(Need.values):
        raise Refused(_("Choose what you need from the list."), field="needs", code="unknown")
    event = lock(event)
    row = event.registrations.select_related("person__unit", "link").filter(person=person).first()
    _refuse_stranger(event, person, by, row)
    refuse_over(event)
    _refuse_late(event, by)
    row = row or _made(event, person)
    row.event = event
    row.needs, row.needs_note = wanted, needs_note.strip()[:200]
    row.via = via or WAYS.get(by.via, Via.PORTAL)
    row.answered_at = clock.now()
    row.save(update_fields=["needs", "needs_note", "via", "answered_at"])
    if row.status not in (Status.REGISTERED, Status.WAITING, Status.ATTENDED):
        _place(row, by)
        if tell:
            _tell(mails.CONFIRMED if row.status == Status.REGISTERED else mails.WAITING, [row])
    outbox.supersede(row, kind=mails.UNANSWERED)
    return row


@transaction.atomic
def decline(registration: Registration, by: Actor) -> Registration:
    """Not coming, or not after all: the place is free, and the first who waits gets it in the same moment.

    By the person, or by an organiser for them. No reason is asked. Raises `Refused` once the event has begun or is off.
    """
    event = lock(registration.event)
    row = current(registration, event)
    _refuse_stranger(event, row.person, by, row)
    refuse_over(event)
    if row.status != Status.DECLINED:
        workflow.move(row, Status.DECLINED, by, seat=None, waiting_since=None, answered_at=clock.now())
        outbox.supersede(row)
        outbox.supersede(event, person=row.person)
        entry.part(event, row.person)
        move_up(event)
    registration.refresh_from_db()
    return row


@transaction.atomic
def move_up(event: Event) -> list[Registration]:
    """Those who have waited longest get the free places, and are told. The caller may have locked the event already.

    Nobody is moved up once it has begun: then the door decides.
    """
    event = lock(event)
    if event.status not in (Event.Status.OPEN, Event.Status.CLOSED) or event.starts_at <= clock.now():
        return []
    waiting = event.registrations.waiting().select_related("person__unit", "link")
    rows = list(waiting if event.capacity is None else waiting[: seat.left(event)])
    for row in rows:
        row.event = event
        _give(row, Actor.worker())
        outbox.supersede(row, kind=mails.WAITING)
    _tell(mails.MOVED_UP, rows)
    return rows


def lock(event: Event) -> Event:
    """The event as it stands, locked: whoever answers, changes or cancels goes one after another."""
    found = workflow.locked(event, "unit", "coordinator")
    event.status = found.status
    return found


def current(registration: Registration, event: Event) -> Registration:
    """The registration as it stands; `event` has been locked."""
    row = Registration.objects.select_related("person__unit", "link").get(pk=registration.pk)
    row.event = event
    return row


def make_link(event: Event, person: Person) -> object:
    return safe_link.make("event", person, expires_at(event))


def expires_at(event: Event) -> datetime:
    """How long the personal links of an event live (an aware time)."""
    return event.ends_at + KEPT


def refuse_over(event: Event) -> None:
    """Raise `Refused` where there is nothing to answer any more."""
    if event.status == Event.Status.CANCELLED:
        raise Refused(_("This event has been cancelled: you need not do anything."), code="cancelled")
    if event.status == Event.Status.DRAFT:
        raise Refused(_("This event is still being planned. Open it first."), code="draft")
    if event.status == Event.Status.HELD or event.starts_at <= clock.now():
        raise Refused(_("This event has begun, so registering has ended. You may still ask at the door."), code="began")


def takes_answers(event: Event) -> bool:
    """Whether the public may still register."""
    try:
        refuse_over(event)
        _refuse_late(event, Actor())
    except Refused:
        return False
    return True


def _made(event: Event, person: Person) -> Registration:
    return Registration.objects.create(event=event, person=person, link=make_link(event, person))


def _place(row: Registration, by: Actor) -> None:
    """A place where there is one, else a turn in the waiting list."""
    if seat.has_room(row.event):
        _give(row, by)
    else:
        workflow.move(row, Status.WAITING, by, waiting_since=clock.now(), seat=None)
        entry.part(row.event, row.person)


def _give(row: Registration, by: Actor) -> None:
    number = seat.next_free(row.event) if row.event.capacity is not None else None
    workflow.move(row, Status.REGISTERED, by, seat=number, waiting_since=None)
    entry.join(row.event, [row.person])


def _tell(kind: str, rows: list[Registration]) -> None:
    """All of one event."""
    desks = mails.desks(rows[0].event, rows) if rows else {}
    for row in rows:
        title = entry.neutral(row.event).in_language(row.person.language)
        enclosure = None if kind == mails.WAITING else entry.enclosure_for(row.event, row.person)
        mails.answer(kind, row, title, desks, enclosure)


def _refuse_stranger(event: Event, person: Person, by: Actor, row: Registration | None) -> None:
    arranges = by.is_house or organises(by.user, event)
    if by.on_behalf_of is not None or by.is_house:
        allowed = arranges and by.on_behalf_of in (person, None)
    else:
        allowed = by.person is not None and by.person == person and (row is not None or event.is_public or arranges)
    if not allowed:
        raise Refused(_("Only those invited can answer, or those who arrange the event for them."), code="stranger")


def _refuse_late(event: Event, by: Actor) -> None:
    """The public registers until the last day; whoever arranges may write down somebody later, too."""
    if by.on_behalf_of is not None:
        return
    if event.status == Event.Status.CLOSED:
        raise Refused(_("Registering has closed. Call, if you would still like to come."), code="closed")
    if event.registration_until and event.registration_until < clock.now():
        raise Refused(_("The last day to register has gone. Call, if you would still like to come."), code="too_late")
