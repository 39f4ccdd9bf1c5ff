"""Who may answer a council: the sponsor, earlier recipients, contact persons of the units near it, or somebody written new."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import person as people
from coordination.people.models import Contact, Person, Unit
from coordination.records.domain import audit
from councils.models import Council, Forwarding
from councils.permissions import council as permissions

HOUSE = Actor.worker()


@dataclass(frozen=True)
class Known:
    """Somebody who may be asked, with the title as it is shown and the unit."""

    person: Person
    title: str
    unit: Unit | None = None


def known(council: Council) -> list[Known]:
    """Each person once, the sponsor first, then those of the council's earlier statements, then contact persons."""
    found: dict[int, Known] = {}
    if council.sponsor:
        found[council.sponsor_id] = Known(council.sponsor, council.sponsor_title)
    earlier = Forwarding.objects.filter(statement__council=council).select_related("recipient", "unit").order_by("-pk")
    for way in earlier:
        found.setdefault(way.recipient_id, Known(way.recipient, way.recipient_title, way.unit))
    for contact in _contacts(council.unit):
        found.setdefault(contact.person_id, Known(contact.person, contact.title, contact.unit))
    return [each for each in found.values() if each.person.erased_at is None and each.person.merged_into_id is None]


@transaction.atomic
def write_new(
    council: Council, by: Actor, *, first_name: str, last_name: str, title: str, email: str = "", phone: str = ""
) -> Person:
    """Write down somebody who answers; kept by the council's unit. One already known by the same name and address is the same.

    Raises `Refused` without a name, or without a way to reach them.
    """
    permissions.require_leader(by, council)
    first_name, last_name, email, phone = (part.strip() for part in (first_name, last_name, email, phone))
    if not (first_name and last_name):
        raise Refused(_("Choose a recipient, or write the name of a new one."), field="last_name", code="name")
    if not (email or phone):
        raise Refused(_("Write an e-mail address or a phone number."), field="email", code="reach")
    for each in known(council):
        same_name = (each.person.first_name.lower(), each.person.last_name.lower())
        if email and each.person.email == email.lower() and same_name == (first_name.lower(), last_name.lower()):
            return each.person
    channel = Person.Channel.EMAIL if email else Person.Channel.PHONE
    facts = {"first_name": first_name, "last_name": last_name, "title": title[:80], "email": email, "phone": phone}
    # The leaders keep no people; whoever answers their council is written down for them.
    made = people.add(unit=council.unit, by=HOUSE, channel=channel, **facts)
    audit.log(council, "kuuluviin.changed", by, {"recipient": made.pk})
    return made


def _contacts(unit: Unit) -> list[Contact]:
    near = Q(unit__path__in=unit.paths_up()) | Q(unit__path__startswith=unit.path)
    rows = Contact.objects.open().filter(near).select_related("person", "unit")
    return list(rows.order_by("unit__path", "person__last_name"))
