"""The verbs of an event: plan, change, open, close, cancel, held, copy. Of a draft nothing is told to anybody."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, EventSeries, Organiser, ProgrammeItem
from coordination.events.permissions.event import may_arrange_in, organises, require_organiser
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.messaging.domain import outbox
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, workflow, written

from . import door, event_telling, owner, registration, seat, task

Status = Event.Status
WRITABLE = (
    "kind",
    "names",
    "leads",
    "descriptions",
    "neutral_title",
    "starts_at",
    "ends_at",
    *event_telling.PLACE,
    "capacity",
    "registration_until",
    "is_public",
    "collects_interest",
    "meant_for",
    "coordinator",
)
COPIED = tuple(name for name in WRITABLE if name not in ("starts_at", "ends_at", "registration_until"))
LONGEST = timedelta(days=3)
MOST_WORDS = 300


@transaction.atomic
def plan(
    unit: Unit,
    by: Actor,
    *,
    kind: str,
    names: Texts | dict | str,
    starts_at: datetime,
    ends_at: datetime,
    coordinator: Person | None = None,
    series: EventSeries | None = None,
    like: Event | None = None,
    **facts: object,
) -> Event:
    """A new event as a draft, with the planning tasks of its kind (TD-08); whoever begins it arranges it.

    `starts_at` and `ends_at` are aware. Without a coordinator whoever begins it holds the strings. What is planned `like`
    an earlier one stays the event of the same council. Raises `Refused`.
    """
    if not (by.is_house or may_arrange_in(by.user, unit)):
        raise Refused(_("Only coordinators and leaders of councils in this unit can begin an event."), code="stranger")
    owner.refuse_others(by, str(facts.get("meant_for", "")), like.meant_for if like else "")
    holder = coordinator or by.person
    if holder is None:
        raise Refused(_("Choose who holds the strings."), field="coordinator", code="coordinator")
    given = {"kind": kind, "names": Texts.of(names), "starts_at": starts_at, "ends_at": ends_at, "coordinator": holder}
    given = written.sound(Event, {**given, **facts}, WRITABLE)
    _check(None, given)
    made = Event.objects.create(unit=unit, series=series, **given)
    if by.user is not None and not organises(by.user, made):
        Organiser.objects.create(event=made, person=by.person)
    audit.log(made, "kuuluviin.made", by, {"kind": kind})
    task.from_template(made, by)
    return made


@transaction.atomic
def change(event: Event, by: Actor, **facts: object) -> Event:
    """Change what is given. Where time or place of an open event changes, everybody invited, coming or waiting is told
    once, and the calendars follow with a higher SEQUENCE. More places move the waiting list up. Raises `Refused`.
    """
    require_organiser(by, event)
    current = registration.lock(event)
    _refuse_ended(current)
    given = written.sound(Event, facts, WRITABLE)
    _check(current, given)
    owner.refuse_others(by, str(given.get("meant_for", current.meant_for)), current.meant_for)
    if current.status != Status.DRAFT:
        _refuse_bare(current, given)
    was = event_telling.state(current)
    changed = written.write(current, given)
    if changed:
        audit.log(current, "kuuluviin.changed", by, {"fields": changed})
    if "starts_at" in changed:
        task.shift(current, clock.local(current.starts_at).date() - clock.local(was["starts_at"]).date())
    if current.status != Status.DRAFT:
        event_telling.tell_changes(current, was)
    if "capacity" in changed:
        seat.refit(current)
        registration.move_up(current)
    event.refresh_from_db()
    return event


@transaction.atomic
def open_(event: Event, by: Actor) -> Event:
    """Open for registering; of a closed one, open again. Raises `Refused` without a place, a link, or a time to come."""
    require_organiser(by, event)
    current = registration.lock(event)
    _refuse_bare(current, {})
    if current.starts_at <= clock.now():
        raise Refused(_("The event must lie ahead. Change its time first."), field="starts_at", code="past")
    return workflow.move(event, Status.OPEN, by)


@transaction.atomic
def close(event: Event, by: Actor) -> Event:
    """Registering ends; those who come, come, and the waiting list still moves up."""
    require_organiser(by, event)
    return workflow.move(event, Status.CLOSED, by)


@transaction.atomic
def cancel(event: Event, by: Actor, *, reason: str) -> Event:
    """The event is off. Everybody invited, coming or waiting is told why; of a draft nobody is. Raises `Refused`."""
    require_organiser(by, event)
    reason = reason.strip()[:MOST_WORDS]
    if not reason:
        raise Refused(_("Tell why: everybody invited reads it."), field="reason", code="reason")
    identity_code.refuse(reason, field="reason")
    current = registration.lock(event)
    was_told = current.status != Status.DRAFT
    workflow.move(current, Status.CANCELLED, by, cancelled_because=reason, version=current.version + 1)
    task.drop_all(current, by)
    if was_told:
        event_telling.tell_cancelled(current)
    event.refresh_from_db()
    return event


@transaction.atomic
def held(event: Event, by: Actor) -> Event:
    """It was held: who was not marked was not there, and those who were get thanks, once. Raises `Refused` before it begins."""
    require_organiser(by, event)
    current = registration.lock(event)
    if current.starts_at > clock.now():
        raise Refused(_("The event has not begun yet."), code="early")
    workflow.move(current, Status.HELD, by)
    door.mark_the_rest(current)
    task.drop_before(current, by)
    outbox.supersede(current)
    event_telling.thank(current)
    event.refresh_from_db()
    return event


@transaction.atomic
def copy(event: Event, by: Actor, *, starts_at: datetime, ends_at: datetime | None = None) -> Event:
    """A new draft with the texts, place and programme of an earlier one, at another time; nobody is invited to it yet."""
    require_organiser(by, event)
    facts = {name: getattr(event, name) for name in COPIED}
    ends_at = ends_at or starts_at + (event.ends_at - event.starts_at)
    made = plan(event.unit, by, starts_at=starts_at, ends_at=ends_at, like=event, **facts)
    moved = starts_at - event.starts_at
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(
            event=made,
            position=row.position,
            starts_at=row.starts_at + moved,
            ends_at=row.ends_at and row.ends_at + moved,
            titles=row.titles,
            who=row.who,
        )
        for row in event.programme.all()
    )
    return made


def _check(event: Event | None, facts: dict) -> None:
    value = {
        name: facts.get(name, getattr(event, name, None)) for name in ("starts_at", "ends_at", "registration_until")
    }
    if "names" in facts and not facts["names"]:
        raise Refused(_("Give the event a name."), field="names", code="name")
    # By the true time: a wall clock leaps in spring, and between two of one zone Python compares the hands alone.
    if value["ends_at"].timestamp() <= value["starts_at"].timestamp():
        raise Refused(_("The event must end after it begins."), field="ends_at", code="backwards")
    if value["ends_at"] - value["starts_at"] > LONGEST:
        raise Refused(_("An event lasts three days at most."), field="ends_at", code="long")
    if value["registration_until"] and value["registration_until"] > value["ends_at"]:
        raise Refused(
            _("The last day to register is before the event at the latest."), field="registration_until", code="late"
        )


def _refuse_bare(event: Event, facts: dict) -> None:
    """What must be known before anybody is told."""
    value = {name: facts.get(name, getattr(event, name)) for name in ("mode", "place", "online_url")}
    if value["mode"] != Event.Mode.REMOTE and not value["place"]:
        raise Refused(_("Write where the event is before anybody is told."), field="place", code="place")
    if value["mode"] != Event.Mode.PLACE and not value["online_url"]:
        raise Refused(_("Give the remote link before anybody is told."), field="online_url", code="online")


def _refuse_ended(event: Event) -> None:
    if event.status in (Status.HELD, Status.CANCELLED):
        raise Refused(_("The event has been held or cancelled, so it is not changed any more."), code="over")
