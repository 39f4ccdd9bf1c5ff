"""Who arranges an event. Each answer is a plain yes or no; the verb says why not."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event, Organiser
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role, Unit, User
from coordination.people.permissions import branch


def may_arrange_in(user: User | None, unit: Unit) -> bool:
    """Whether the user may begin an event of the unit: its coordinators, and those who lead councils there."""
    return branch.holds(user, unit, Role.Kind.COORDINATOR, Role.Kind.LEADER)


def organises(user: User | None, event: Event) -> bool:
    """The coordinators of its branch, and those named as its organisers while they work in the organisation."""
    if user is None or not user.is_authenticated:
        return False
    if branch.holds(user, event.unit, Role.Kind.COORDINATOR):
        return True
    return Organiser.objects.in_service(user).filter(event=event).exists()


def require_organiser(by: Actor, event: Event) -> None:
    """Raise `Refused` unless the actor arranges the event; the house itself may act by the clock and fill the demo."""
    if not (by.is_house or organises(by.user, event)):
        raise Refused(_("Only those who arrange this event can do that. Ask its coordinator."), code="not_organiser")
