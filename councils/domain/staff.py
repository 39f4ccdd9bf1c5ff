"""Verbs of those who run a council: add, end, hand the responsibility over, plan the hours (CC-22, CC-24, CC-25)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import account, role
from coordination.people.domain.authority import refuse_unsound
from coordination.people.models import Person, Role
from coordination.people.permissions import branch
from coordination.records.domain import audit, workflow
from councils.mails import staff as mails
from councils.models import Council, Staff, WorkHours
from councils.permissions import council as permissions

from . import leaving


@transaction.atomic
def add(
    council: Council,
    person: Person,
    by: Actor,
    *,
    duty: str = Staff.Duty.OTHER,
    is_responsible: bool = False,
    is_social_worker: bool = False,
) -> Staff:
    """Let an employee lead the council. Whoever has no leader's role in the unit gets it, from its coordinator.

    Raises `Refused`: not a leader, already one of them, a member, no e-mail to sign in with.
    """
    permissions.require_leader(by, council)
    workflow.locked(council)
    if council.staff.open().filter(person=person).exists():
        raise Refused(_("This person leads the council already."), field="person", code="twice")
    if permissions.is_member(person, council):
        raise Refused(_("A member of the council cannot lead it."), field="person", code="member")
    _open_the_office(council, person, by)
    if is_responsible:
        council.staff.open().filter(is_responsible=True).update(is_responsible=False)
    row = Staff(
        council=council,
        person=person,
        duty=duty,
        is_responsible=is_responsible,
        is_social_worker=is_social_worker,
        started_on=clock.today(),
    )
    refuse_unsound(row)
    row.save()
    audit.log(row, "kuuluviin.made", by, {"council": council.pk, "person": person.pk, "duty": duty})
    if by.person != person:
        mails.added(row, by.person)
    return row


@transaction.atomic
def change(row: Staff, by: Actor, *, duty: str, is_social_worker: bool) -> Staff:
    """Change what a leader does in the council."""
    current = workflow.locked(row)
    permissions.require_leader(by, current.council)
    for target in (current, row):
        target.duty, target.is_social_worker = duty, is_social_worker
    refuse_unsound(current)
    current.save(update_fields=["duty", "is_social_worker"])
    audit.log(current, "kuuluviin.changed", by, {"duty": duty})
    return row


@transaction.atomic
def hand_over(council: Council, to: Staff, by: Actor) -> Staff:
    """Make another leader the responsible one: there is one at a time (CC-22)."""
    permissions.require_leader(by, council)
    workflow.locked(council)
    current = council.staff.open().filter(pk=to.pk).first()
    if current is None:
        raise Refused(_("Only one of the council's leaders can be responsible for it."), code="not_staff")
    council.staff.open().filter(is_responsible=True).update(is_responsible=False)
    current.is_responsible = to.is_responsible = True
    current.save(update_fields=["is_responsible"])
    audit.log(current, "kuuluviin.changed", by, {"responsible": True})
    return to


@transaction.atomic
def end(row: Staff, by: Actor) -> None:
    """A leader leaves the council, and loses the role where no other council of the unit needs it.

    Raises `Refused` for the responsible one: the responsibility is handed over first.
    """
    council = workflow.locked(row.council)
    permissions.require_leader(by, council)
    current = Staff.objects.select_for_update().get(pk=row.pk)
    if current.ended_on:
        raise Refused(_("This leader has left already."), code="ended")
    if current.is_responsible and council.status != Council.Status.ENDED:
        raise Refused(_("Hand the responsibility over to another leader first."), code="responsible")
    row.ended_on = current.ended_on = max(clock.today(), current.started_on)
    current.save(update_fields=["ended_on"])
    audit.log(current, "kuuluviin.changed", by, {"ended": True})
    _close_the_office(council, current.person)
    leaving.take_back_invitations(council, current.person)


@transaction.atomic
def plan_hours(row: Staff, month: date, by: Actor, *, planned: Decimal, actual: Decimal | None = None) -> WorkHours:
    """Write down the hours of a month: what was planned and what it came to (CC-25)."""
    permissions.require_leader(by, row.council)
    if planned < 0 or (actual is not None and actual < 0):
        raise Refused(_("Hours cannot be less than nothing."), field="planned", code="negative")
    facts = {"planned": planned, "actual": actual}
    hours, __ = WorkHours.objects.update_or_create(staff=row, month=month.replace(day=1), defaults=facts)
    audit.log(row, "kuuluviin.changed", by, {"hours": hours.month.isoformat()})
    return hours


def _open_the_office(council: Council, person: Person, by: Actor) -> None:
    """An account and the leader's role, which the coordinators give; one who has them needs nobody."""
    if _roles(council, person).exists():
        return
    if not (by.is_house or branch.may_grant(by.user, Role.Kind.LEADER, council.unit)):
        raise Refused(
            _("A new leader needs the role from your coordinator. Ask them to add the person here."),
            field="person",
            code="needs_role",
        )
    if not person.email:
        raise Refused(_("A leader signs in: write an e-mail address first."), field="email", code="no_email")
    if person.user_id is None or not person.user.is_active:
        account.open_account(person, by)
    role.grant(person, Role.Kind.LEADER, council.unit, by)


def _close_the_office(council: Council, person: Person) -> None:
    others = Staff.objects.open().filter(person=person, council__unit__path__startswith=council.unit.path)
    if others.exists():
        return
    # Whoever leads the council took the person off it, so the house ends the role that came with it.
    for standing in Role.objects.open().filter(person=person, kind=Role.Kind.LEADER, unit=council.unit):
        role.end(standing, Actor.worker())


def _roles(council: Council, person: Person):
    rows = Role.objects.open().filter(person=person, kind=Role.Kind.LEADER)
    return rows.filter(unit__path__in=council.unit.paths_up())
