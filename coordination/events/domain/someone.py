"""Whom one may invite: a person kept already, found by name where one keeps people, else by the whole e-mail or phone; and
the contact persons of partners together (ND-02)."""

from __future__ import annotations

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event
from coordination.events.permissions.event import require_organiser
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.reach import exactly, is_whole
from coordination.people.models import Contact, Person, Unit

MOST = 20
MOST_PARTNERS = 60
FEWEST_LETTERS = 2


def known(event: Event, by: Actor, reach: str) -> list[Person]:
    """Those with exactly this e-mail or phone in the event's organisation; by name, of those the actor looks after.

    Raises `Refused` for others than organisers, and for too few letters.
    """
    require_organiser(by, event)
    reach = " ".join(reach.split())
    near = Person.objects.living().filter(unit__path__startswith=event.unit.organisation().path)
    if is_whole(reach):
        return exactly(near, reach, MOST)
    if len(reach) < FEWEST_LETTERS:
        raise Refused(_("Write a name, or the whole e-mail address or phone number."), field="reach", code="short")
    if by.user is None:
        return []
    named = Q()
    for word in reach.split()[:4]:
        named &= Q(first_name__istartswith=word) | Q(last_name__istartswith=word)
    return list(Person.objects.visible_to(by.user).living().filter(named)[:MOST])


def partners(event: Event, by: Actor) -> list[Person]:
    """The contact persons of organisations outside that the actor looks after and has not invited yet, so many at a
    time, by name; those of the house's own units, and of what has been closed, are no partners.

    Raises `Refused` for others than organisers.
    """
    require_organiser(by, event)
    if by.user is None:
        return []
    outside = Contact.objects.open().filter(unit__kind=Unit.Kind.CONTACT_BODY, unit__closed_on=None)
    contacts = outside.visible_to(by.user).values("person")
    known = event.registrations.values("person")
    rows = Person.objects.visible_to(by.user).living().filter(pk__in=contacts).exclude(pk__in=known)
    return list(rows.order_by("first_name", "last_name", "pk")[:MOST_PARTNERS])
