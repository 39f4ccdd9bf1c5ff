"""Supervision and joint meetings of experts: who is invited, who has missed the last ones. Attendance alone (EX-14, EX-15)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.events.domain import series as series_verbs
from coordination.events.models import Event, EventSeries, Registration
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, User
from coordination.records.domain import rule
from experts.models import Expert
from experts.permissions import expert as permissions

RULE = "support.missed_in_row"
KINDS = (Event.Kind.SUPERVISION, Event.Kind.JOINT_MEETING)
Status = Registration.Status
AWAY = (Status.ABSENT, Status.DECLINED)


@dataclass
class Missed:
    """The times one has missed without a break up to now, newest first; empty where the last one was attended."""

    days: list[datetime] = field(default_factory=list)
    is_closed: bool = False

    @property
    def count(self) -> int:
        return len(self.days)


def missed(people: Iterable[int]) -> dict[int, Missed]:
    """By the person's key. One query, however many people; who came or stayed away is all that is asked."""
    keys = list(people)
    found = {pk: Missed() for pk in keys}
    rows = Registration.objects.filter(
        person__in=keys,
        event__kind__in=KINDS,
        event__status=Event.Status.HELD,
        status__in=[Status.ATTENDED, *AWAY],
    )
    newest = rows.order_by("-event__starts_at", "-pk")
    for person, status, starts_at in newest.values_list("person_id", "status", "event__starts_at"):
        row = found[person]
        if status == Status.ATTENDED:
            row.is_closed = True
        elif not row.is_closed:
            row.days.append(starts_at)
    return found


def long_away(user: User) -> list[tuple[Expert, Missed]]:
    """The active experts of one's branches who have missed as many in a row as the rule says, longest away first."""
    rows = Expert.objects.coordinated_by(user).active().select_related("person", "unit")
    experts = {row.person_id: row for row in rows}
    if not experts:
        return []
    counted = missed(experts)
    limits: dict[str, int] = {}
    for row in experts.values():
        if row.unit.path not in limits:
            limits[row.unit.path] = limit_of(row.unit)
    away = [(row, counted[pk]) for pk, row in experts.items() if counted[pk].count >= limits[row.unit.path]]
    return sorted(away, key=lambda pair: (-pair[1].count, pair[0].person.last_name, pair[0].pk))


def limit_of(unit: object) -> int:
    return max(1, int(rule.on(unit, RULE)))


def series_of(user: User) -> QuerySet[EventSeries]:
    """The series of supervision and joint meetings of one's branches; those going on first."""
    rows = EventSeries.objects.led_by(user).filter(kind__in=KINDS)
    return rows.select_related("unit").order_by("ended_on", "-made_at", "-pk")


def everyone(series: EventSeries) -> list[Person]:
    """The active experts of the register of the series, by name."""
    rows = Expert.objects.active().filter(unit__path__startswith=series.unit.path).select_related("person__unit")
    return [row.person for row in rows.order_by("person__last_name", "person__first_name", "pk")]


@transaction.atomic
def invite_everyone(series: EventSeries, by: Actor) -> int:
    """Invite every active expert of the register to every open time ahead: one message each, nobody twice.

    Pressed again it invites those who have come since. Returns how many were invited. Raises `Refused`.
    """
    if not (by.is_house or permissions.may_coordinate_in(by, series.unit)):
        raise Refused(_("A coordinator of the unit invites its experts."), code="not_coordinator")
    if series.kind not in KINDS:
        raise Refused(_("This series is not for all the experts. Invite to it on its own page."), code="kind")
    made = series_verbs.invite(series, everyone(series), by)
    return len({row.person_id for row in made})
