"""The verbs of an order until it is matched: draft, save, send, copy, follow up, nobody found."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import price
from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.people.actor import WORKER, Actor
from coordination.people.models import Person, Role, Unit, UnitAgreement
from coordination.records.domain import audit, workflow
from experts.mails import booking_request as mails
from experts.models import BookingRequest, Expert, TaskType
from experts.permissions import booking_request as permissions

from . import booking_request_content as content
from . import booking_request_number as number
from . import order_link, seat_role

Status = BookingRequest.Status
LEFT = {"permission", "permission_on", "permission_asked_by", "assigned_from", "assigned_until"}
COPIED = tuple(name for name in content.COLUMNS if name not in LEFT)


@transaction.atomic
def draft(by: Actor, unit: Unit, task_type: TaskType, wishes: Sequence[Expert] = (), **fields: Any) -> BookingRequest:
    """A new order of the unit, kept as a draft that only the orderer sees.

    The payer and the cost centre come from the unit's agreement, the number of experts, the debrief and the price class
    from the task. Raises `Refused` before an agreement covers the unit (CM-01) and for one who is not its employee.
    """
    agreement = agreement_of(unit)
    orderer = _employee(by, unit)
    order = number.create(
        orderer=orderer,
        unit=unit,
        task_type=task_type,
        payer=agreement.payer,
        cost_centre=unit.cost_centre or agreement.payer.cost_centre,
        place=", ".join(filter(None, (unit.address, unit.locality))),
        directions=unit.directions,
        languages=[orderer.language],
        **_usual(task_type, unit),
    )
    content.write(order, {"wishes": wishes, "roles": _roles(task_type, fields), **fields})
    audit.log(order, "kuuluviin.made", by)
    return order


@transaction.atomic
def save(order: BookingRequest, by: Actor, **fields: Any) -> BookingRequest:
    """Keep what has been written into a draft so far; nothing need be complete yet.

    `times` are pairs of aware datetimes, `wishes` experts in rank. Raises `Refused` for anything but one's own draft.
    """
    current = _own_draft(order, by)
    task_type = fields.get("task_type")
    if task_type and task_type != current.task_type:
        fields = {**_usual(task_type, current.unit), "roles": _roles(task_type, fields), **fields}
    unit = fields.get("unit")
    if unit and unit != current.unit:
        agreement = agreement_of(unit)
        _employee(by, unit)
        fields = {"payer": agreement.payer, "cost_centre": unit.cost_centre or agreement.payer.cost_centre, **fields}
    content.write(current, fields)
    order.refresh_from_db()
    return order


@transaction.atomic
def send(order: BookingRequest, by: Actor) -> BookingRequest:
    """Send the order to the coordinator's queue (EX-11), and tell both the orderer and the coordinator.

    Raises `Refused` for the first thing that is missing: an agreement of the unit (CM-01), the client's permission, goal
    and responsible professional (CM-02, CM-03, CM-08), a possible time ahead, a place or link, a fee, a payer.
    """
    current = _own_draft(order, by)
    agreement = agreement_of(current.unit)
    _employee(by, current.unit)
    for lack in content.missing(current):
        raise Refused(lack.message, field=lack.field, code=lack.code)
    _refuse_client_from_outside(current)
    facts = {
        "client_meeting": current.task_type.is_client_meeting,
        "coordinator": agreement.coordinator,
        "sent_at": clock.now(),
    }
    workflow.move(current, Status.SENT, by, **facts)
    order.refresh_from_db()
    order_link.give(order)
    mails.received(order)
    if by.person != order.coordinator:
        mails.waiting(order)
    return order


@transaction.atomic
def discard(order: BookingRequest, by: Actor) -> None:
    """Throw a draft away. What has been sent is cancelled instead. Raises `Refused`."""
    current = _own_draft(order, by)
    audit.log(current, "kuuluviin.removed", by)
    current.delete()


@transaction.atomic
def copy(order: BookingRequest, by: Actor) -> BookingRequest:
    """A new draft with the same content. Times are left empty and the client's permission is asked anew (CM-08)."""
    if not permissions.may_copy(by, order):
        raise _stranger()
    return _draft_like(order, by, [wish.expert for wish in order.wishes.select_related("expert")])


@transaction.atomic
def follow_up(order: BookingRequest, by: Actor) -> BookingRequest:
    """A new meeting after one that was held (CM-11): a linked draft that wishes for the same experts."""
    if not permissions.may_follow_up(by, order):
        raise Refused(_("A follow-up is ordered after the meeting has been held."), code="not_held")
    seen = order.bookings.standing().select_related("expert").order_by("seat")
    again = _draft_like(order, by, [booking.expert for booking in seen][: content.MOST_WISHES])
    again.follows = order
    again.save(update_fields=["follows"])
    return again


@transaction.atomic
def mark_unmatched(order: BookingRequest, by: Actor) -> BookingRequest:
    """Nobody has been found: the orderer is told, and the order stays in the coordinator's queue."""
    current = workflow.locked(order)
    if by.via != WORKER and not permissions.coordinates(by.user, current.unit):
        raise _stranger()
    if current.offers.alive().exists():
        raise Refused(_("An offer still waits for an answer. Withdraw it first, or wait."), code="offers_open")
    workflow.move(order, Status.UNMATCHED, by, version=current.version + 1)
    mails.unmatched(order)
    return order


def contact(unit: Unit) -> Person | None:
    """Whom to call about ordering for the unit: the agreed coordinator, else the nearest coordinator upwards."""
    agreement = UnitAgreement.objects.covering(unit)
    if agreement:
        return agreement.coordinator
    roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__path__in=unit.paths_up())
    nearest = roles.select_related("person", "unit").order_by("-unit__depth", "pk").first()
    return nearest.person if nearest else None


def _draft_like(order: BookingRequest, by: Actor, wishes: Sequence[Expert]) -> BookingRequest:
    fields = {name: getattr(order, name) for name in COPIED if name not in {"unit", "task_type"}}
    return draft(
        by, order.unit, order.task_type, wishes, areas=list(order.areas.all()), roles=_role_names(order), **fields
    )


def _role_names(order: BookingRequest) -> list:
    roles = seat_role.of(order)
    return [roles[seat].name if seat in roles else "" for seat in range(1, order.seats + 1)] if roles else []


def _roles(task_type: TaskType, fields: dict[str, Any]) -> list:
    """The task's usual roles, as many as there are places."""
    return seat_role.usual(task_type)[: fields.get("seats") or task_type.usual_experts]


def _usual(task_type: TaskType, unit: Unit) -> dict[str, Any]:
    return {
        "seats": task_type.usual_experts,
        "debrief_minutes": task_type.debrief_minutes,
        "price_class": price.classes_for(unit).filter(code=task_type.price_code).first()
        if task_type.price_code
        else None,
    }


def agreement_of(unit: Unit) -> UnitAgreement:
    """The agreement by which the unit may order (CM-01). Raises `Refused` with whom to call where there is none."""
    agreement = UnitAgreement.objects.covering(unit)
    if agreement is None:
        raise Refused(_no_agreement(unit), code="no_agreement")
    return agreement


def _no_agreement(unit: Unit) -> Any:
    person = contact(unit)
    if person is None:
        return _(
            "%(unit)s cannot order yet: no agreement on coordination covers it. Ask your supervisor to make one."
        ) % {"unit": unit}
    return _(
        "%(unit)s cannot order yet: no agreement on coordination covers it. Call %(name)s, phone %(phone)s, to make one."
    ) % {
        "unit": unit,
        "name": person.full_name,
        "phone": formats.phone(person.phone),
    }


def _employee(by: Actor, unit: Unit) -> Person:
    """The person who orders. A coordinator may write the order down for an employee who calls."""
    person = by.subject
    helped = by.on_behalf_of is not None and by.on_behalf_of != by.person
    if (
        person is None
        or not (permissions.orders_for(person, unit) or (helped and permissions.is_contact(person, unit)))
        or (helped and not permissions.coordinates(by.user, unit))
    ):
        raise Refused(
            _("Only client-work employees of the unit can order. Ask your supervisor for the role."),
            code="not_employee",
        )
    return person


def _refuse_client_from_outside(order: BookingRequest) -> None:
    """A client is met only by the house's own workers, who know the client (CM-02)."""
    if order.task_type.is_client_meeting and order.unit.kind == Unit.Kind.CONTACT_BODY:
        raise Refused(
            _("An organisation outside cannot order a meeting with a client. Choose another task."),
            field="task_type",
            code="client_from_outside",
        )


def _own_draft(order: BookingRequest, by: Actor) -> BookingRequest:
    current = workflow.locked(order)
    if not permissions.is_orderer(by, current):
        raise _stranger()
    if current.status != Status.DRAFT:
        raise Refused(_("The order has been sent already. Open it to change or cancel it."), code="sent")
    return current


def _stranger() -> Refused:
    return Refused(_("Only the orderer and the coordinator of the unit can do this."), code="stranger")
