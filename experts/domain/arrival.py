"""Orders that came by phone, letter or in a meeting: the coordinator writes them down for the one who orders."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.foundation import identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import PHONE, POST, Actor
from coordination.people.domain import contact, outsider
from coordination.people.domain import person as people
from coordination.people.domain.authority import require
from coordination.people.models import Person, Role, Unit, User
from experts.models import Arrival, BookingRequest, TaskType
from experts.permissions import booking_request as permissions

from . import booking_request

Status = BookingRequest.Status
Way = Arrival.Way
TOLD = tuple(way for way in Way.values if way != Way.SITE)
VIA = {Way.LETTER: POST, Way.EMAIL: POST}


@transaction.atomic
def begin(unit: Unit, orderer: Person, task_type: TaskType, way: str, by: Actor) -> BookingRequest:
    """A draft for somebody who called, wrote or was met; it waits until the coordinator has finished it.

    Raises `Refused` outside one's branch, and for one who is neither an employee nor a contact person of the unit.
    """
    if way not in TOLD:
        raise Refused(_("Choose how the order came."), field="way", code="way")
    order = booking_request.draft(acting(by, orderer, way), unit, task_type)
    Arrival.objects.create(booking_request=order, way=way, entered_by=by.person)
    return order


@transaction.atomic
def write_down(receiver: Unit, by: Actor, *, name: str, business_id: str, sector: str) -> Unit:
    """The organisation outside of one who called, found by its business ID or made. Raises `Refused` outside one's branch."""
    require(by, permissions.coordinates(by.user, receiver))
    return outsider.body(receiver, by.person, name=name, business_id=business_id, sector=sector)


@transaction.atomic
def write_down_caller(unit: Unit, by: Actor, *, title: str = "", **fields: Any) -> Person:
    """The contact person who called, kept where the organisation's own orders are received. Raises `Refused`."""
    outside = unit.kind == Unit.Kind.CONTACT_BODY
    caller = people.add(unit=unit.get_parent() if outside else unit, by=by, title=title, **fields)
    contact.keep(unit, caller, by, title=title)
    return caller


def drafts_of(user: User) -> QuerySet[BookingRequest]:
    """What this coordinator has begun to write down and has not sent yet, the latest first."""
    branches = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
    rows = BookingRequest.objects.filter(branches, status=Status.DRAFT, arrival__entered_by__user=user)
    return rows.select_related("unit", "task_type", "orderer", "arrival").order_by("-saved_at")


@transaction.atomic
def save(order: BookingRequest, by: Actor, *, invoicing: str = "", **fields: Any) -> BookingRequest:
    """Keep what has been written down so far. Raises `Refused`."""
    identity_code.refuse(invoicing, field="invoicing")
    Arrival.objects.filter(booking_request=order).update(invoicing=invoicing.strip()[:120])
    return booking_request.save(order, acting_on(order, by), **fields)


@transaction.atomic
def send(order: BookingRequest, by: Actor) -> BookingRequest:
    """Send what was written down: the orderer is told in their own way. Raises `Refused` for what is missing."""
    sent = booking_request.send(order, acting_on(order, by))
    contact.used(sent.unit, sent.orderer)
    return sent


def discard(order: BookingRequest, by: Actor) -> None:
    """Throw away what was begun. Raises `Refused`."""
    booking_request.discard(order, acting_on(order, by))


def acting_on(order: BookingRequest, by: Actor) -> Actor:
    """The coordinator on behalf of the order's orderer, by the way the order came."""
    return acting(by, order.orderer, order.arrival.way)


def acting(by: Actor, orderer: Person, way: str) -> Actor:
    return by.acting_for(orderer, via=VIA.get(way, PHONE))
