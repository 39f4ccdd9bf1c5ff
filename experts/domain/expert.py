"""The life of an expert in the register: admitted, active, on leave, ended."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit
from coordination.records.domain import audit
from coordination.records.domain.workflow import locked, move
from coordination.recruitment.domain import admission
from coordination.recruitment.domain.admission import Grounds
from experts.models import Expert
from experts.permissions import expert as permissions


@transaction.atomic
def admit(
    person: Person,
    unit: Unit,
    by: Actor,
    *,
    admitted: Grounds,
    list_name: str = "",
    list_number: str = "",
    joined_on: date | None = None,
    note: str = "",
) -> Expert:
    """Take a person into a unit's register, in training (EX-08). Raises `Refused` if the person is there already.

    `admitted` is the summary of the interview, or what was before interviews were kept here.
    """
    if not (permissions.may_coordinate_in(by, unit) or by.is_house):
        raise Refused(_("Only a coordinator of the unit can take experts into its register."), code="not_coordinator")
    if Expert.objects.filter(person=person).exists():
        raise Refused(
            _("This person is in the register already. Open the expert's page instead."), field="person", code="twice"
        )
    _guard(note=note)
    known = admission.grounds(person, by, admitted)
    expert = Expert.objects.create(
        person=person,
        unit=unit,
        **known,
        list_name=list_name,
        list_number=list_number,
        joined_on=joined_on or clock.today(),
        note=note,
        locality="" if person.protected_address else person.town,
    )
    audit.log(expert, "kuuluviin.made", by, {"unit": unit.pk})
    return expert


@transaction.atomic
def activate(expert: Expert, by: Actor) -> Expert:
    """From training to taking part. The coordinator's to do."""
    if not (permissions.may_approve(by, expert) or by.is_house):
        raise Refused(_("Only another coordinator of the unit can activate an expert."), code="not_coordinator")
    if locked(expert).status != Expert.Status.TRAINING:
        raise Refused(_("The expert is not in training any more."), code="moved")
    return move(expert, Expert.Status.ACTIVE, by)


@transaction.atomic
def take_leave(expert: Expert, by: Actor, until: date | None = None) -> Expert:
    """No offers for now, up to and including `until` (Helsinki date; None: until the expert comes back).

    The CV leaves the folder at once. The state alone: `stopping.take_leave` also closes what is open.
    """
    _allow(expert, by)
    _refuse_past(until)
    return move(expert, Expert.Status.LEAVE, by, leave_until=until, leave_asked_on=None)


@transaction.atomic
def lengthen_leave(expert: Expert, by: Actor, until: date | None) -> Expert:
    """The leave goes on: another last day, or none. Raises `Refused`."""
    _allow(expert, by)
    _refuse_past(until)
    current = locked(expert)
    if current.status != Expert.Status.LEAVE:
        raise Refused(_("The expert is not on leave."), code="moved")
    for row in (expert, current):
        row.leave_until, row.leave_asked_on = until, None
    current.save(update_fields=["leave_until", "leave_asked_on"])
    audit.log(expert, "kuuluviin.changed", by, {"leave_until": str(until or "")})
    return expert


@transaction.atomic
def come_back(expert: Expert, by: Actor) -> Expert:
    _allow(expert, by)
    if locked(expert).status != Expert.Status.LEAVE:
        raise Refused(_("The expert is not on leave."), code="moved")
    return move(expert, Expert.Status.ACTIVE, by, leave_until=None)


@transaction.atomic
def end(expert: Expert, by: Actor) -> Expert:
    """Stop being an expert. Taking part is voluntary, so the expert may do it at any time (EX-02).

    The state alone: `stopping.end` also closes what is open.
    """
    _allow(expert, by)
    return move(expert, Expert.Status.ENDED, by, leave_until=None)


def _refuse_past(until: date | None) -> None:
    if until is not None and until < clock.today():
        raise Refused(_("The last day of the leave must be today or later."), field="until", code="past")


@transaction.atomic
def change(expert: Expert, by: Actor, *, note: str | None = None, training_year: int | None = None) -> Expert:
    """The coordinator's own note and the training year."""
    if not (permissions.may_coordinate(by, expert) or by.is_house):
        raise Refused(_("Only a coordinator of the unit can change this."), code="not_coordinator")
    current = locked(expert)
    facts = {"note": note, "training_year": training_year}
    given = {name: value for name, value in facts.items() if value is not None}
    _guard(note=note or "")
    for row in (current, expert):
        for name, value in given.items():
            setattr(row, name, value)
    if given:
        current.save(update_fields=list(given))
        audit.log(expert, "kuuluviin.changed", by, {"fields": sorted(given)})
    return expert


def _allow(expert: Expert, by: Actor) -> None:
    if not permissions.may_keep(by, expert):
        raise Refused(_("Only the expert and the coordinator of the unit can do this."), code="not_yours")


def _guard(**texts: str) -> None:
    for field, text in texts.items():
        identity_code.refuse(text, field)
