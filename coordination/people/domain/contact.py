"""Verbs of a contact person: written down, checked, made the main one, ended (SC-01, GC-10)."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Contact, Person, Unit
from coordination.people.permissions import branch

from . import audit
from .authority import refuse_unsound, require


@transaction.atomic
def keep(unit: Unit, person: Person, by: Actor, *, title: str = "", is_main: bool = False) -> Contact:
    """Name a contact person of the unit, or mend the one there is. The first one of a unit is its main contact.

    Raises `Refused` outside one's branch, for a person of another branch, and for an identity code in the title.
    """
    require(by, branch.holds(by.user, unit, *branch.KEEPERS))
    require(by, branch.may_keep(by.user, person))
    return write(unit, person, by, title=title, is_main=is_main)


def write(unit: Unit, person: Person, by: Actor, *, title: str = "", is_main: bool = False) -> Contact:
    """The same without asking for the branch: whoever calls has asked what must be asked. Raises `Refused`."""
    identity_code.refuse(title, field="title")
    standing = Contact.objects.select_for_update(of=("self",)).filter(unit=unit, ends_on=None)
    contact = standing.filter(person=person).first() or Contact(unit=unit, person=person)
    contact.title = title.strip() or contact.title
    contact.checked_on = clock.today()
    contact.is_main = contact.is_main or is_main or not standing.exists()
    refuse_unsound(contact, exclude=["unit", "person", "is_main"])
    if contact.is_main:
        standing.exclude(pk=contact.pk).update(is_main=False)
    contact.save()
    audit.log(unit, "kuuluviin.changed", by, {"contact": contact.pk, "contact_person": person.pk})
    return contact


@transaction.atomic
def check(contact: Contact, by: Actor) -> Contact:
    """Somebody has looked: the details are still right (GC-10). Raises `Refused`."""
    current = _own(contact, by)
    current.checked_on = contact.checked_on = clock.today()
    current.save(update_fields=["checked_on"])
    audit.log(current.unit, "kuuluviin.changed", by, {"contact": current.pk, "checked": True})
    return contact


@transaction.atomic
def make_main(contact: Contact, by: Actor) -> Contact:
    """The one whom to call first; there is one a unit. Raises `Refused`."""
    current = _own(contact, by)
    Contact.objects.filter(unit=current.unit_id, is_main=True).update(is_main=False)
    current.is_main = contact.is_main = True
    current.save(update_fields=["is_main"])
    audit.log(current.unit, "kuuluviin.changed", by, {"contact": current.pk, "main": True})
    return contact


@transaction.atomic
def end(contact: Contact, by: Actor) -> None:
    """No longer a contact person; what they ordered stays. Raises `Refused`."""
    current = _own(contact, by)
    audit.log(current.unit, "kuuluviin.changed", by, {"contact": current.pk, "ended": True})
    yesterday = clock.today() - timedelta(days=1)
    if yesterday < current.starts_on:
        current.delete()
        return
    current.ends_on, current.is_main = yesterday, False
    current.save(update_fields=["ends_on", "is_main"])


def used(unit: Unit, person: Person) -> None:
    """An order has come from this contact person: remembered, and offered first the next time."""
    Contact.objects.open().filter(unit=unit, person=person).update(last_used_at=clock.now())


def _own(contact: Contact, by: Actor) -> Contact:
    current = Contact.objects.select_for_update(of=("self",)).select_related("unit").get(pk=contact.pk)
    require(by, branch.holds(by.user, current.unit, *branch.KEEPERS))
    if current.ends_on is not None:
        raise Refused(_("This is no contact person any more."), code="ended")
    return current
