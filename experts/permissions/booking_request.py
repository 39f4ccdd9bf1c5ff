"""Who may do what with an order. Each answer is a plain yes or no; the verb says why not."""

from __future__ import annotations

from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit, User
from experts.models import BookingRequest

Status = BookingRequest.Status

BEFORE_IT_IS_HELD = {Status.SENT, Status.OFFERED, Status.UNMATCHED, Status.CONFIRMED}


def ordering_units(user: User):
    """The units in whose name the user may order: the branches of the employee's roles (CM-07)."""
    own = Unit.objects.within(user.branches(Role.Kind.STAFF)).active()
    return own.exclude(kind=Unit.Kind.CONTACT_BODY).order_by("path")


def orders_for(person: Person, unit: Unit) -> bool:
    """Whether the person is a client-work employee of the unit today, or a contact person of an organisation outside."""
    if unit.kind == Unit.Kind.CONTACT_BODY:
        return is_contact(person, unit)
    return person.roles.open().filter(kind=Role.Kind.STAFF, unit__path__in=unit.paths_up()).exists()


def is_contact(person: Person, unit: Unit) -> bool:
    """Whether the person is a named contact person of the unit today. By itself this brings no right in one's own house."""
    return person.contacts.open().filter(unit=unit).exists()


def coordinates(user: User | None, unit: Unit) -> bool:
    """Whether the user coordinates a branch the unit is in."""
    heads = user.branches(Role.Kind.COORDINATOR) if user else []
    return any(unit.path.startswith(head.path) for head in heads)


def is_orderer(by: Actor, order: BookingRequest) -> bool:
    """The orderer, or the unit's coordinator when the orderer has asked by phone."""
    if by.subject is None or by.subject.pk != order.orderer_id:
        return False
    return by.on_behalf_of is None or by.on_behalf_of == by.person or coordinates(by.user, order.unit)


def may_write(by: Actor, order: BookingRequest) -> bool:
    return order.status == Status.DRAFT and is_orderer(by, order)


def may_change(by: Actor, order: BookingRequest) -> bool:
    return order.status in BEFORE_IT_IS_HELD and (is_orderer(by, order) or coordinates(by.user, order.unit))


may_cancel = may_change


def may_withdraw_permission(by: Actor, order: BookingRequest) -> bool:
    """While a meeting with a client is ahead: the orderer presses it for the client."""
    return order.client_meeting and order.permission_withdrawn_at is None and may_cancel(by, order)


def may_copy(by: Actor, order: BookingRequest) -> bool:
    return order.status != Status.DRAFT and is_orderer(by, order)


def may_follow_up(by: Actor, order: BookingRequest) -> bool:
    return order.status in {Status.HELD, Status.CLOSED} and is_orderer(by, order)
