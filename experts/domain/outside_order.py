"""An order from the public site: written by anybody, seen by nobody before the sender has shown that the address is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import PriceClass
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.domain import contact, outsider
from coordination.people.models import Person, Role, Unit
from coordination.records.domain import rule, sweep
from experts.mails import outside_order as mails
from experts.models import Arrival, BookingRequest, Expert, OutsideOrder, ServiceArea, TaskType

from . import booking_request
from . import booking_request_content as content

PURPOSE = "outside_order"
Facts = dict[str, Any]


def receivers() -> list[Unit]:
    """The organisations that take orders from outside: somebody coordinates the whole of them, and the rule says so."""
    led = Role.objects.open().filter(kind=Role.Kind.COORDINATOR, unit__depth=1).values("unit")
    heads = Unit.objects.filter(pk__in=led).active()
    return [unit for unit in heads if rule.on(unit, "outside.open")]


def task_types() -> Any:
    """What may be ordered from outside: never a meeting with a client, and no employment."""
    return TaskType.objects.filter(in_use=True, is_client_meeting=False, is_assignment=False)


@transaction.atomic
def receive(receiver: Unit, facts: Facts, language: str) -> OutsideOrder:
    """Keep an order until its sender has opened the link that is mailed to them; nobody else is told.

    `facts` holds plain values: `organisation` (name, business_id, sector), `contact` (first_name, last_name, title,
    email, phone), `payer` (name, business_id, invoicing), `order` (columns of an order, keys of other rows, times as
    ISO pairs) and `wishes` (public keys). Raises `Refused` for an identity code anywhere, and for an organisation that
    takes no orders.
    """
    for text in _texts(facts):
        identity_code.refuse(text)
    if receiver not in receivers():
        raise Refused(_("This organisation takes no orders here. Call the office."), code="receiver")
    resolve(facts)
    wished(facts["wishes"])
    named = {name: facts["contact"][name] for name in ("first_name", "last_name", "email", "phone")}
    person = outsider.introduce(receiver, language=language, **named)
    now = clock.now()
    expires_at = now + timedelta(days=rule.on(receiver, "outside.confirm_days"))
    link = safe_link.make(PURPOSE, person, expires_at)
    row = OutsideOrder.objects.create(
        person=person, receiver=receiver, link=link, facts=facts, made_at=now, expires_at=expires_at
    )
    mails.confirm(row)
    return row


def find(token: str) -> OutsideOrder:
    """The order that waits behind a link. Raises `Refused` for a link that is unknown or old."""
    link = safe_link.find(token, PURPOSE)
    row = (
        OutsideOrder.objects.filter(link=link, expires_at__gt=clock.now()).select_related("person", "receiver").first()
    )
    if row is None:
        raise Refused(_("This link does not work any more. Write the order again, or call the office."), code="link")
    return row


@transaction.atomic
def confirm(row: OutsideOrder) -> BookingRequest:
    """The sender has shown that the address is theirs: the order goes to the coordinator's queue, and both are told.

    The organisation is found by its business ID or written down; what is kept of it changes by no claim. Raises
    `Refused` when all the times have passed meanwhile, and when the order was confirmed already.
    """
    Unit.objects.select_for_update().get(pk=row.receiver_id)
    current = OutsideOrder.objects.filter(pk=row.pk).select_related("person", "receiver").first()
    if current is None:
        raise Refused(_("This order has been confirmed already."), code="confirmed")
    facts, newcomer = current.facts, current.person
    fields = resolve(facts)
    if not fields["times"]:
        raise Refused(_("All the times you gave have passed. Write the order again with new times."), code="past")
    coordinator = booking_request.contact(current.receiver)
    unit = _body(current, coordinator, facts["organisation"])
    payer = _body(current, coordinator, facts["payer"]) if facts["payer"].get("business_id") else unit
    by = Actor.by_link(newcomer)
    met, is_new = outsider.let_in(newcomer, unit, by, title=facts["contact"]["title"])
    by = Actor.by_link(met)
    order = booking_request.draft(by, unit, fields.pop("task_type"), fields.pop("wishes"), **{**fields, "payer": payer})
    Arrival.objects.create(
        booking_request=order,
        way=Arrival.Way.SITE,
        organisation_name=facts["organisation"]["name"],
        invoicing=facts["payer"]["invoicing"],
        is_new_contact=is_new,
    )
    booking_request.send(order, by)
    contact.used(unit, met)
    _clear(current)
    return order


def resolve(facts: Facts) -> dict[str, Any]:
    """The fields of the order as the verbs take them; times that have passed are left out, and wishes no longer public.

    Raises `Refused` for a task that cannot be ordered from outside (any more).
    """
    asked = dict(facts["order"])
    task_type = task_types().filter(pk=asked.pop("task_type")).first()
    if task_type is None:
        raise Refused(_("This task cannot be ordered here. Choose another."), field="task_type", code="task_type")
    spans = [(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in asked.pop("times")]
    return {
        **asked,
        "task_type": task_type,
        "times": [(start, end) for start, end in spans if start > clock.now()],
        "areas": list(ServiceArea.objects.filter(pk__in=asked.get("areas", []), in_use=True)),
        "price_class": PriceClass.objects.filter(pk=asked.get("price_class")).first(),
        "wishes": _still_public(facts["wishes"]),
    }


def wished(keys: Iterable[str]) -> list[Expert]:
    """The public experts of the keys, in rank. Raises `Refused` for any other key, known or not."""
    asked = list(dict.fromkeys(keys))
    found = _still_public(asked)
    if len(found) != len(asked):
        raise Refused(_("There is no such expert in the public folder."), field="wishes", code="wish")
    return found[: content.MOST_WISHES]


def _still_public(keys: Iterable[str]) -> list[Expert]:
    """In the order of the keys; whoever has left the public folder since falls away."""
    asked = list(keys)
    found = {str(expert.public_key): expert for expert in Expert.objects.public().filter(public_key__in=asked)}
    return [found[key] for key in asked if key in found]


def forget_unconfirmed() -> int:
    """Take away, person and all, the orders that nobody has confirmed in time. Returns how many."""
    late = OutsideOrder.objects.filter(expires_at__lte=clock.now()).order_by("pk")
    return sweep.each(late.values_list("pk", flat=True), _forget)


@transaction.atomic
def _forget(key: int) -> int:
    row = OutsideOrder.objects.select_for_update(of=("self",)).select_related("person").filter(pk=key).first()
    if row is None:
        return 0
    _clear(row)
    return 1


def _clear(row: OutsideOrder) -> None:
    """The row goes; its person too, unless they have been let in."""
    person, link = row.person, row.link
    row.delete()
    safe_link.revoke(link)
    if Person.objects.filter(pk=person.pk, is_unconfirmed=True).exists():
        Message.objects.filter(person=person).delete()
        outsider.forget(person)


def _body(row: OutsideOrder, coordinator: Person, facts: dict[str, str]) -> Unit:
    return outsider.body(
        row.receiver,
        coordinator,
        name=facts["name"],
        business_id=facts["business_id"],
        sector=facts.get("sector", ""),
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
