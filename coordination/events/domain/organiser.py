"""Employees who help to arrange: they see who comes and mark them at the door (TD-07, WT-02)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, Organiser
from coordination.events.permissions.event import require_organiser
from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role
from coordination.records.domain import audit

KINDS = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)


@transaction.atomic
def name(event: Event, person: Person, by: Actor, *, duty: str = "") -> Organiser:
    """Let an employee in; once more changes what they see to. Raises `Refused` for one who does not work here."""
    require_organiser(by, event)
    identity_code.refuse(duty, field="duty")
    if person.user is None or not person.user.has_role(*KINDS):
        raise Refused(
            _("Only employees who can sign in arrange events. Others are invited."), field="person", code="stranger"
        )
    made, __ = Organiser.objects.update_or_create(event=event, person=person, defaults={"duty": duty.strip()[:120]})
    audit.log(event, "kuuluviin.changed", by, {"organiser": person.pk})
    return made


@transaction.atomic
def leave(organiser: Organiser, by: Actor) -> None:
    """Somebody does not arrange this event any more."""
    require_organiser(by, organiser.event)
    audit.log(organiser.event, "kuuluviin.changed", by, {"organiser_gone": organiser.person_id})
    organiser.delete()
