"""What is written about one session: off, not met, or claimed. Without blame, and never of the matter."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.urls import reverse

from coordination.calendar.domain import invitation
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.models import Session

from .booking import address_for, known_as


def cancelled(session: Session, *, tell_coordinator: bool) -> None:
    """To both sides, with the cancellation for their calendars; to the coordinator where the expert cannot come."""
    _to_both("cancelled", session, method=invitation.CANCEL)
    coordinator = session.booking.booking_request.coordinator
    if tell_coordinator and coordinator not in (None, session.booking.booking_request.orderer):
        _to_coordinator("open_place", session)


def not_met(session: Session) -> None:
    """To both sides: it was noted that the meeting was not held; whom to call if it went otherwise."""
    _to_both("not_met", session)


def claimed(session: Session) -> Message | None:
    """To the coordinator: the expert was there and nobody came. What follows is the coordinator's to decide."""
    return _to_coordinator("claimed", session)


def _to_both(kind: str, session: Session, method: str = "") -> None:
    booking = session.booking
    orderer, expert = booking.booking_request.orderer, booking.expert.person
    for to, other in ((expert, orderer), (orderer, expert)):
        is_mailed = method and to.channel == Person.Channel.EMAIL
        enclosures = [invitation.enclosure(session.entry, to, method)] if is_mailed else []
        _queue(kind, session, to, address_for(booking, to), names=[other], enclosures=enclosures)


def _to_coordinator(kind: str, session: Session) -> Message | None:
    order = session.booking.booking_request
    if order.coordinator is None:
        return None
    address = settings.WAGTAILADMIN_BASE_URL + reverse("booking_request:page", args=[order.pk])
    return _queue(kind, session, order.coordinator, address, names=[session.booking.expert.person])


def _queue(kind: str, session: Session, to: Person, address: str, *, names: list[Person], **more: object) -> Message:
    booking = session.booking
    order = booking.booking_request
    return outbox.queue(
        f"experts.session.{kind}",
        to=to,
        context={
            "booking": booking,
            "order": order,
            "session": session,
            "is_expert": to == booking.expert.person,
            "expert_name": known_as(booking),
            "coordinator": order.coordinator,
            "address": address,
            "due": session.fee.amount if session.fee else Decimal(0),
        },
        about=session,
        names=names,
        reply_to=order.coordinator.email if order.coordinator else "",
        **more,
    )
