"""What is written about moving a meeting: the question, the new time, or that it stays. Never of the matter."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from coordination.calendar.domain import invitation
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.models import Message
from coordination.people.models import Person
from experts.models import Booking, BookingRequest, Session, TimeChange, TimeChangeAnswer

from .booking import address_for, known_as


def ask(answer: TimeChangeAnswer) -> Message:
    """To one of those who meet: may it be at another time? By a link of one's own, with its code."""
    change = answer.change
    context = {
        "link": safe_link.placeholder(answer.link),
        "code": safe_link.code_placeholder(answer.link),
        "code_page": settings.WAGTAILADMIN_BASE_URL + reverse("messaging:code"),
    }
    proposer = _known(change, change.proposer, answer.person)
    return _queue(
        "ask",
        change,
        answer.person,
        {**context, "proposer_name": proposer},
        about=answer,
        valid_until=change.expires_at,
    )


def moved(session: Session) -> None:
    """To both sides of one booking: the new time, with the invitation again."""
    booking = session.booking
    order = booking.booking_request
    for to, other in ((booking.expert.person, order.orderer), (order.orderer, booking.expert.person)):
        is_mailed = to.channel == Person.Channel.EMAIL
        outbox.queue(
            "experts.time_change.moved",
            to=to,
            context={
                "booking": booking,
                "order": order,
                "session": session,
                "sessions": [session],
                "hours": session.busy_times.first(),
                "is_expert": to == booking.expert.person,
                "expert_name": known_as(booking),
                "coordinator": order.coordinator,
                "address": address_for(booking, to),
            },
            about=session,
            version=order.version,
            names=[other],
            enclosures=[invitation.enclosure(session.entry, to)] if is_mailed else [],
            reply_to=_reply_to(order),
        )


def stays(change: TimeChange, answerer: Person | None) -> None:
    """To the proposer, and to those who had said yes: the meeting stays at its old time. Nobody is blamed."""
    yes = [row.person for row in change.answers.filter(answer="yes").select_related("person")]
    told = {person.pk: person for person in [change.proposer, *yes]}
    if answerer is not None:
        told.pop(answerer.pk, None)
    for to in told.values():
        _queue("stays", change, to, {}, about=change)


def _queue(kind: str, change: TimeChange, to: Person, context: dict, **more: object) -> Message:
    order = change.time.booking_request
    return outbox.queue(
        f"experts.time_change.{kind}",
        to=to,
        context={"change": change, "order": order, "coordinator": order.coordinator, **context},
        names=[person for person in (change.proposer, order.coordinator) if person and person != to],
        reply_to=_reply_to(order),
        **more,
    )


def _known(change: TimeChange, person: Person, to: Person) -> str:
    """The proposer's name: an expert goes by what orderers may see (L-02)."""
    bookings = Booking.objects.standing().filter(booking_request=change.time.booking_request, expert__person=person)
    found = bookings.select_related("expert__person", "booking_request__unit").first()
    return known_as(found) if found else person.full_name


def _reply_to(order: BookingRequest) -> str:
    return order.coordinator.email if order.coordinator else ""
