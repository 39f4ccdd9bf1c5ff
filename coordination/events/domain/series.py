"""Events that belong together: a training, a year of supervision, joint meetings (EX-14, EX-15, AN-02)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.mails import event as mails
from coordination.events.models import Event, EventSeries, Registration
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit
from coordination.people.permissions import branch
from coordination.records.domain import audit, workflow, written

from . import entry
from . import event as events
from . import registration as registrations

Rhythm = EventSeries.Rhythm
MOST = 60
Times = Sequence[tuple[datetime, datetime]]


@transaction.atomic
def begin(
    kind: str,
    unit: Unit,
    by: Actor,
    *,
    names: Texts | dict | str,
    dates: Times,
    rhythm: str = Rhythm.OTHER,
    **facts: object,
) -> EventSeries:
    """A series with its events, all drafts: `dates` are aware (begins, ends). `facts` go to each event (`event.plan`).

    `open_all` opens them, `invite` invites to all of them with one message. Raises `Refused`.
    """
    _require_coordinator(by, unit)
    if not 1 <= len(dates) <= MOST:
        raise Refused(_("Give between 1 and %(most)s times.") % {"most": MOST}, field="dates", code="many")
    given = written.sound(EventSeries, {"names": Texts.of(names)}, ["names"])
    made = EventSeries.objects.create(kind=kind, unit=unit, rhythm=rhythm, **given)
    audit.log(made, "kuuluviin.made", by, {"kind": kind})
    for starts_at, ends_at in sorted(dates):
        add(made, by, starts_at=starts_at, ends_at=ends_at, **facts)
    return made


@transaction.atomic
def add(series: EventSeries, by: Actor, *, starts_at: datetime, ends_at: datetime, **facts: object) -> Event:
    """One more time, with the name and the place of the last one unless told. Raises `Refused`, also for a series that has ended."""
    _require_coordinator(by, series.unit)
    current = workflow.locked(series)
    if current.ended_on:
        raise Refused(_("This series has ended. Begin a new one."), code="ended")
    last = current.events.exclude(status=Event.Status.CANCELLED).order_by("starts_at").last()
    usual = {name: getattr(last, name) for name in events.COPIED if name != "kind"} if last else {"names": series.names}
    given = {**usual, **facts, "kind": series.kind, "series": series, "like": last}
    return events.plan(series.unit, by, starts_at=starts_at, ends_at=ends_at, **given)


@transaction.atomic
def open_all(series: EventSeries, by: Actor) -> list[Event]:
    """Open the drafts that lie ahead. Raises `Refused` where one lacks its place."""
    _require_coordinator(by, series.unit)
    drafts = series.events.filter(status=Event.Status.DRAFT, starts_at__gt=clock.now())
    return [events.open_(row, by) for row in drafts.order_by("pk")]


@transaction.atomic
def invite(series: EventSeries, people: Iterable[Person], by: Actor) -> list[Registration]:
    """Invite people to every open time that lies ahead, with one message each; who is invited already is not asked again."""
    _require_coordinator(by, series.unit)
    people = list(people)
    coming = list(series.events.filter(status=Event.Status.OPEN, starts_at__gt=clock.now()).order_by("pk"))
    if not coming:
        raise Refused(_("There are no open times to invite to. Open the times first."), code="none")
    made = [row for event in coming for row in registrations.invite(event, people, by, tell=False)]
    first: dict[int, list[Registration]] = {}
    for row in sorted(made, key=lambda each: (each.event.starts_at, each.pk)):
        first.setdefault(row.person_id, []).append(row)
    for rows in first.values():
        _tell([row.event for row in rows], rows[0])
    return made


@transaction.atomic
def end(series: EventSeries, by: Actor) -> EventSeries:
    """No more times are added; those that lie ahead stay as they are."""
    _require_coordinator(by, series.unit)
    current = workflow.locked(series)
    current.ended_on = current.ended_on or clock.today()
    current.save(update_fields=["ended_on"])
    audit.log(current, "kuuluviin.changed", by, {"ended": True})
    series.refresh_from_db()
    return series


def _tell(coming: list[Event], row: Registration) -> None:
    title = entry.neutral(row.event).in_language(row.person.language)
    desks = mails.desks(row.event, [row])
    mails.series(row, title, desks, coming, entry.enclosure_of_many(coming, row.person))


def _require_coordinator(by: Actor, unit: Unit) -> None:
    if not (by.is_house or branch.holds(by.user, unit, Role.Kind.COORDINATOR)):
        raise Refused(_("A series is arranged by a coordinator of the unit. Ask them."), code="stranger")
