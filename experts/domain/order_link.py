"""The personal link by which an orderer without an account follows an order: one order a link, and never anything else."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.messaging.models import SafeLink
from coordination.people.actor import Actor
from coordination.people.models import Unit
from coordination.records.domain import audit, rule
from experts.mails import outside_order as mails
from experts.models import Arrival, BookingRequest
from experts.permissions import booking_request as permissions

PURPOSE = "order"
Status = BookingRequest.Status
OVER = (Status.CLOSED, Status.CANCELLED)


def give(order: BookingRequest) -> SafeLink | None:
    """A link for an order whose orderer cannot sign in; the one before it opens nothing any more. None for the others."""
    arrival = Arrival.objects.filter(booking_request=order).select_related("link").first()
    if arrival is None or order.orderer.user_id is not None:
        return None
    safe_link.revoke(arrival.link)
    arrival.link = safe_link.make(PURPOSE, order.orderer, _until(order.unit))
    arrival.save(update_fields=["link"])
    return arrival.link


def find(token: str) -> BookingRequest:
    """The order behind a link. Raises `Refused` for a link that is unknown, old or revoked."""
    link = safe_link.find(token, PURPOSE)
    orders = BookingRequest.objects.exclude(status=Status.DRAFT).filter(arrival__link=link, orderer=link.person_id)
    rows = orders.select_related("task_type", "unit", "orderer", "coordinator", "payer", "price_class", "arrival__link")
    order = rows.prefetch_related("times", "areas").first()
    if order is None:
        raise Refused(_("This link does not work any more. Ask for a new one."), code="link")
    return order


@transaction.atomic
def send(order: BookingRequest, by: Actor) -> SafeLink:
    """A new link in the place of the old one, sent to the orderer in their own way.

    Raises `Refused` for a stranger, and for an orderer who signs in.
    """
    _refuse_others(order, by)
    link = give(order)
    if link is None:
        raise Refused(_("The orderer signs in and needs no link."), code="signs_in")
    mails.link(order, link)
    audit.log(order, "kuuluviin.changed", by, {"link": link.pk})
    return link


@transaction.atomic
def revoke(order: BookingRequest, by: Actor) -> None:
    """The link opens nothing any more. Raises `Refused` for a stranger, and where there is none alive."""
    _refuse_others(order, by)
    arrival = Arrival.objects.filter(booking_request=order, link__in=SafeLink.objects.alive()).first()
    if arrival is None:
        raise Refused(_("This order has no personal link that works."), code="no_link")
    safe_link.revoke(arrival.link)
    audit.log(order, "kuuluviin.changed", by, {"link": arrival.link_id, "revoked": True})


@transaction.atomic
def ask(number: str, email: str) -> SafeLink | None:
    """A new link to the orderer's address, where number and address belong together. Whoever asks learns nothing."""
    orders = BookingRequest.objects.exclude(status=Status.DRAFT).filter(arrival__isnull=False, orderer__user=None)
    order = orders.filter(number=number.strip(), orderer__email__iexact=email.strip()).select_related("orderer").first()
    if order is None or not order.orderer.email:
        return None
    link = give(order)
    mails.link(order, link)
    audit.log(order, "kuuluviin.changed", Actor.by_link(order.orderer), {"link": link.pk})
    return link


def keep_alive() -> int:
    """Links of orders that are not over live on; once an order is over its link ends in its time. Returns how many live on."""
    going_on = BookingRequest.objects.exclude(status__in=OVER).filter(arrival__link__isnull=False)
    rows = SafeLink.objects.alive().filter(purpose=PURPOSE, pk__in=going_on.values("arrival__link"))
    return rows.update(expires_at=_until(None))


def _until(unit: Unit | None) -> datetime:
    return clock.now() + timedelta(days=rule.on(unit, "outside.link_days"))


def _refuse_others(order: BookingRequest, by: Actor) -> None:
    if not permissions.coordinates(by.user, order.unit):
        raise Refused(_("Only the coordinator of the unit can do this."), code="stranger")
