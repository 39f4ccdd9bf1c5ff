"""Verbs of a role: grant and end (L-16)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit
from coordination.people.permissions import branch

from . import audit, group
from .authority import refuse_unsound, require


@transaction.atomic
def grant(
    person: Person, kind: str, unit: Unit, by: Actor, *, starts_on: date | None = None, ends_on: date | None = None
) -> Role:
    """Give a right to act in a branch, from a day to a day (Helsinki dates, both included; no end day is for now).

    Raises `Refused`: outside one's rights, to oneself, twice at a time.
    """
    require(by, branch.may_grant(by.user, kind, unit))
    if by.person and by.person.pk == person.pk and not by.user.is_superuser:
        raise Refused(_("Nobody grants a role to oneself. Ask another main user."), code="oneself")
    if unit.kind == Unit.Kind.CONTACT_BODY:
        raise Refused(
            _("An organisation outside has contact persons, and no roles here."), field="unit", code="outside"
        )
    first = starts_on or clock.today()
    if ends_on and ends_on < first:
        raise Refused(_("The last day comes before the first."), field="ends_on", code="dates")
    standing = Role.objects.filter(person=person, kind=kind, unit=unit)
    if standing.open(first).exists() or (ends_on is None and standing.filter(ends_on=None).exists()):
        raise Refused(_("The person has this role in this branch already."), field="kind", code="twice")
    role = Role(person=person, kind=kind, unit=unit, starts_on=first, ends_on=ends_on, granted_by=by.user)
    refuse_unsound(role)
    role.save()
    group.keep_in_step(person)
    audit.log(person, "kuuluviin.changed", by, {"role": kind, "unit": unit.pk, "granted": role.pk})
    return role


@transaction.atomic
def end(role: Role, by: Actor, *, last_day: date | None = None) -> None:
    """End a role: at once, or after `last_day` (Helsinki date, still in force on it). Raises `Refused`."""
    require(by, branch.may_grant(by.user, role.kind, role.unit))
    last = last_day or clock.today() - timedelta(days=1)
    if role.ends_on and role.ends_on < last:
        raise Refused(_("This role has ended already."), code="ended")
    if last_day and last_day < clock.today():
        raise Refused(_("The last day is in the past. Leave the day empty to end the role now."), field="ends_on")
    audit.log(role.person, "kuuluviin.changed", by, {"role": role.kind, "unit": role.unit_id, "ended": role.pk})
    if last < role.starts_on:
        # It has not stood a whole day: nothing of it remains but the log.
        role.delete()
    else:
        role.ends_on = last
        role.save(update_fields=["ends_on"])
    group.keep_in_step(role.person)
