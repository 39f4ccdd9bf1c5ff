"""Sending an order's messages again: to all it was told to, or to those only whom its last change concerned."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, resend
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.records.domain import audit
from experts.models import BookingRequest, Offer
from experts.permissions import booking_request as permissions

from . import offer_lock

ALL, CONCERNED = "all", "concerned"
CHOICES = (ALL, CONCERNED)
UNASKED = (BookingRequest.Status.SENT, BookingRequest.Status.UNMATCHED)


@dataclass(frozen=True)
class Reader:
    """One who was told: the newest message, and whether it told of the order's last change."""

    message: Message
    is_concerned: bool


def readers(order: BookingRequest) -> list[Reader]:
    """Those the order stands with now, each with the newest message that has left to them. Four queries."""
    standing = [
        order,
        *order.bookings.upcoming(),
        *Offer.objects.filter(booking_request=order, status=Offer.Status.OPEN),
    ]
    causes = [outbox.cause(row) for row in standing]
    rows = Message.objects.filter(about__in=causes, status__in=resend.LEFT, secret=False).filter(_lasting(order))
    newest: dict[int, Message] = {}
    for row in rows.select_related("person__unit").order_by("queued_at", "pk"):
        newest[row.person_id] = row
    last = max((row.version for row in newest.values()), default=0)
    told = [Reader(row, row.version == last) for row in newest.values()]
    return sorted(told, key=lambda each: (each.message.person.last_name, each.message.person.first_name))


@transaction.atomic
def send(order: BookingRequest, to: str, key: str, by: Actor) -> list[Message]:
    """Send again to `all` or to the `concerned`. The same press (`resend.press`) sends once. Returns what was written.

    Raises `Refused` for one who does not coordinate, and where nobody would get anything.
    """
    offer_lock.lock(order)
    if not permissions.coordinates(by.user, order.unit):
        raise Refused(_("Only the coordinator of the unit sends messages again."), code="stranger")
    if Message.objects.filter(again=key).exists():
        return list(Message.objects.filter(again=key))
    chosen = [each.message for each in readers(order) if to == ALL or each.is_concerned]
    if not chosen:
        raise Refused(_("Nobody has been told anything of this order yet."), code="nobody")
    made = [resend.send(row, key, by) for row in chosen]
    audit.log(order, "kuuluviin.changed", by, {"sent_again": [row.pk for row in made], "to": to})
    return made


def _lasting(order: BookingRequest) -> Q:
    """Kinds whose text still tells the reader what to do; a reminder, a thank-you or a wait that is over does not."""
    of_order = Q(kind__startswith="experts.booking_request.")
    if order.status not in UNASKED:
        of_order &= ~Q(kind="experts.booking_request.waiting")
    return of_order | Q(kind__in=["experts.booking.confirmed", "experts.booking.changed", "experts.offer.ask"])
