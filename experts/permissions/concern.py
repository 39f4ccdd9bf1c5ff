"""Who tells of bad treatment, to whom, and who sees to it."""

from __future__ import annotations

from coordination.people.actor import PHONE, Actor
from coordination.people.models import Person, Role, Unit
from experts.models import Booking, Concern

from .booking_request import coordinates
from .offer import is_oneself


def may_tell(by: Actor, booking: Booking) -> bool:
    """The booked expert, signed in or come by the link; by phone a coordinator of the unit writes it down for the expert."""
    if is_oneself(by, booking.expert):
        return by.on_behalf_of in (None, by.person)
    is_for_expert = by.on_behalf_of is not None and by.on_behalf_of.pk == booking.expert.person_id
    return by.via == PHONE and is_for_expert and coordinates(by.user, booking.booking_request.unit)


def may_handle(by: Actor, concern: Concern) -> bool:
    """Whom it was told to, while a coordinator of the branch; others only by `Concern.told_to`, never the teller."""
    is_own = by.person is not None and by.person.pk == concern.teller_id
    return not is_own and coordinates(by.user, concern.booking.booking_request.unit)


def coordinators_of(unit: Unit, but: Person) -> list[Person]:
    """The coordinators of the unit today, the nearest first, without one person."""
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=unit.paths_up())
    rows = roles.exclude(person=but).select_related("person").order_by("-unit__depth", "pk")
    return list({role.person_id: role.person for role in rows}.values())
