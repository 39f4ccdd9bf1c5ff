"""A training for experts, own or bought: planned with its times, filled, held, ended (EX-09, AN-03, SC-03)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.events.domain import event as events
from coordination.events.domain import series
from coordination.events.models import Event
from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit, workflow, written
from experts.models import Expert, Mark, Training, TrainingGroup
from experts.permissions import expert as permissions

Status = TrainingGroup.Status
FACTS = ("names", "provider", "hours", "credits", "marks", "starts_on", "ends_on", "campaign")
Times = Sequence[tuple[datetime, datetime]]


@transaction.atomic
def plan(unit: Unit, by: Actor, *, names: Texts | dict | str, **facts: object) -> TrainingGroup:
    """A group of the register of `unit`; `facts` are columns of the group, `starts_on` and `ends_on` Helsinki dates.

    Raises `Refused`: not a coordinator of the unit, no name or provider, days the wrong way round.
    """
    _require(by, unit)
    given = _sound(None, {"names": Texts.of(names), **facts})
    made = TrainingGroup.objects.create(unit=unit, **given)
    audit.log(made, "kuuluviin.made", by, {"unit": unit.pk})
    return made


@transaction.atomic
def change(group: TrainingGroup, by: Actor, **facts: object) -> TrainingGroup:
    """Other facts; what has ended stays as it was. The trainings already going on keep what they were begun with."""
    _require(by, group.unit)
    current = _open(group)
    changed = written.write(current, _sound(current, facts))
    if changed:
        audit.log(current, "kuuluviin.changed", by, {"fields": sorted(changed)})
    group.refresh_from_db()
    return group


@transaction.atomic
def add_times(group: TrainingGroup, by: Actor, *, dates: Times, place: str, **facts: object) -> list[Event]:
    """Sessions as events of one series, opened at once; those in the group are invited. `dates` are aware (begins, ends)."""
    _require(by, group.unit)
    current = _open(group)
    if current.series is None:
        made = series.begin(
            Event.Kind.TRAINING, current.unit, by, names=current.names, dates=dates, place=place, **facts
        )
        current.series = made
        current.save(update_fields=["series"])
        audit.log(current, "kuuluviin.changed", by, {"series": made.pk})
    else:
        for starts_at, ends_at in sorted(dates):
            series.add(current.series, by, starts_at=starts_at, ends_at=ends_at, place=place, **facts)
    opened = series.open_all(current.series, by)
    _invite(current, [row.expert for row in _going_on(current)], by)
    group.refresh_from_db()
    return opened


@transaction.atomic
def enrol(group: TrainingGroup, experts: Iterable[Expert], by: Actor) -> list[Training]:
    """Take experts into the group, and invite them to the times ahead. Who is in it already stays as they are.

    Raises `Refused`: an expert of another branch, or one who has ended.
    """
    _require(by, group.unit)
    current = _open(group)
    known = set(current.trainings.values_list("expert", flat=True))
    fresh = {row.pk: row for row in experts if row.pk not in known}
    for expert in fresh.values():
        _refuse_unfit(expert, by)
    made = Training.objects.bulk_create(_begun(current, row) for __, row in sorted(fresh.items()))
    if made:
        audit.log(current, "kuuluviin.changed", by, {"enrolled": len(made)})
    _invite(current, list(fresh.values()), by)
    return made


def chosen(group: TrainingGroup) -> QuerySet[Expert]:
    """Those admitted from the group's campaign who are in training and not in the group yet, by name."""
    if group.campaign_id is None:
        return Expert.objects.none()
    rows = Expert.objects.filter(
        interview__interview__applicant__campaign=group.campaign_id, status=Expert.Status.TRAINING
    )
    inside = group.trainings.values("expert")
    return _named(rows.exclude(pk__in=inside))


def candidates(group: TrainingGroup) -> QuerySet[Expert]:
    """Experts of the group's register who are in training or active and not in the group yet, by name."""
    rows = Expert.objects.filter(unit__path__startswith=group.unit.path)
    rows = rows.exclude(status=Expert.Status.ENDED).exclude(pk__in=group.trainings.values("expert"))
    return _named(rows)


@transaction.atomic
def start(group: TrainingGroup, by: Actor) -> TrainingGroup:
    """The training begins. Raises `Refused` for an empty group."""
    _require(by, group.unit)
    if not group.trainings.exists():
        raise Refused(_("Nobody is in the group yet. Take in the participants first."), code="empty")
    return workflow.move(group, Status.RUNNING, by)


@transaction.atomic
def end(group: TrainingGroup, by: Actor) -> TrainingGroup:
    """The training is over. Raises `Refused` while somebody has neither completed nor interrupted it."""
    _require(by, group.unit)
    current = _open(group)
    left = _going_on(current).count()
    if left:
        words = _("Mark first who has completed the training and who has interrupted it. Still open: %(count)s.")
        raise Refused(words % {"count": left}, code="open")
    moved = workflow.move(group, Status.ENDED, by)
    if current.series and current.series.ended_on is None:
        series.end(current.series, by)
    return moved


@transaction.atomic
def cancel(group: TrainingGroup, by: Actor, *, reason: str) -> TrainingGroup:
    """The training is not held (any further): its coming times are cancelled and those invited are told."""
    _require(by, group.unit)
    current = _open(group)
    for row in _coming(current):
        events.cancel(row, by, reason=reason)
    for training in _going_on(current):
        workflow.move(training, Training.Status.INTERRUPTED, by)
    return workflow.move(group, Status.CANCELLED, by)


def _coming(group: TrainingGroup) -> list[Event]:
    if group.series is None:
        return []
    rows = group.series.events.filter(starts_at__gt=clock.now())
    return list(rows.exclude(status__in=[Event.Status.CANCELLED, Event.Status.HELD]).order_by("pk"))


def _invite(group: TrainingGroup, experts: Iterable[Expert], by: Actor) -> None:
    """To the open times ahead; who is invited already is not asked again."""
    people = [row.person for row in experts]
    if people and any(event.status == Event.Status.OPEN for event in _coming(group)):
        series.invite(group.series, people, by)


def _begun(group: TrainingGroup, expert: Expert) -> Training:
    name = group.names.in_language(expert.person.language)[:160]
    copied = {each: getattr(group, each) for each in ("provider", "hours", "credits", "marks")}
    return Training(expert=expert, group=group, name=name, started_on=max(group.starts_on, clock.today()), **copied)


def _going_on(group: TrainingGroup) -> QuerySet[Training]:
    rows = group.trainings.filter(status=Training.Status.GOING_ON)
    return rows.select_related("expert__person__unit").order_by("pk")


def _open(group: TrainingGroup) -> TrainingGroup:
    current = workflow.locked(group, "unit", "series__unit")
    if current.status in (Status.ENDED, Status.CANCELLED):
        raise Refused(_("This training is over, so it is not changed any more. Plan a new one."), code="over")
    return current


def _sound(group: TrainingGroup | None, facts: dict) -> dict:
    """The facts as they are stored. Raises `Refused` with the field to mend."""
    given = written.sound(TrainingGroup, facts, FACTS)
    known = {name: given[name] if name in given else getattr(group, name, None) for name in FACTS}
    if not known["names"]:
        raise Refused(_("Give the training a name."), field="names", code="empty")
    if not known["provider"]:
        raise Refused(_("Tell who arranges the training."), field="provider", code="empty")
    if known["ends_on"] < known["starts_on"]:
        raise Refused(_("The last day is before the first."), field="ends_on", code="dates")
    if not set(known["marks"] or []) <= set(Mark.values):
        raise Refused(_("Choose what the training holds from the list."), field="marks", code="unknown")
    return given


def _refuse_unfit(expert: Expert, by: Actor) -> None:
    if not (by.is_house or permissions.may_coordinate(by, expert)):
        raise Refused(_("Only experts of your own register are taken into the group."), code="stranger")
    if expert.status == Expert.Status.ENDED:
        raise Refused(_("%(name)s has ended as an expert.") % {"name": expert.person.full_name}, code="ended")


def _named(rows: QuerySet[Expert]) -> QuerySet[Expert]:
    return rows.select_related("person__unit", "unit").order_by("person__last_name", "person__first_name", "pk")


def _require(by: Actor, unit: Unit) -> None:
    if not (by.is_house or permissions.may_coordinate_in(by, unit)):
        raise Refused(_("A coordinator of the unit arranges its trainings. Ask yours."), code="not_coordinator")
