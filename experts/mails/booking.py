"""What is written about a booking: to the expert and to the orderer, each with an invitation of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from decimal import Decimal

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from coordination.calendar.domain import invitation
from coordination.foundation import clock
from coordination.messaging.domain import outbox, safe_link
from coordination.messaging.domain.change import Change
from coordination.messaging.domain.outbox import Enclosure
from coordination.messaging.models import Message
from coordination.people.models import Person, Unit
from experts.models import Audience, Booking, Session
from experts.models.session_words import Sessions
from experts.models.shown import shown_outside

from . import outside_order

REMINDER = "experts.booking.reminder"

MOST_INVITATIONS = 12

# So near the meeting a change does not wait for more of them.
NEAR = timedelta(days=1)


def confirmed(booking: Booking) -> None:
    """To both sides: time, place, directions and phone, and the invitation."""
    _to_both("confirmed", booking, _to_come(booking), method=invitation.REQUEST)


def changed(booking: Booking, changes: Sequence[Change] = ()) -> None:
    """To both sides: what changed, the details as they are now, and the invitation again. At once if the meeting is near."""
    is_near = booking.starts_at - clock.now() < NEAR
    _to_both("changed", booking, _to_come(booking), method=invitation.REQUEST, changes=changes, urgent=is_near)


def cancelled(booking: Booking, off: Sequence[Session], *, tell_coordinator: bool) -> None:
    """To both sides, with the cancellation of what is `off` for their calendars; to the coordinator where a substitute is needed."""
    _to_both("cancelled", booking, off, method=invitation.CANCEL)
    order = booking.booking_request
    if tell_coordinator and order.coordinator not in (None, order.orderer):
        _queue("open_place", booking, order.coordinator, off, names=[booking.expert.person])


def reminder(session: Session, to: Person, not_before: datetime, part: int) -> None:
    """To one side before a session, never after it has begun; `part` tells the first reminder from the second."""
    booking = session.booking
    orderer, expert = booking.booking_request.orderer, booking.expert.person
    _queue(
        "reminder",
        booking,
        to,
        [session],
        names=[orderer if to == expert else expert],
        about=session,
        part=part,
        not_before=not_before,
        valid_until=session.starts_at,
    )


def again(booking: Booking, kind: str, to: Person, press: str) -> Message:
    """The same kind once more to one side, with the details and the invitation as they are now."""
    orderer, expert = booking.booking_request.orderer, booking.expert.person
    sessions = _to_come(booking)
    is_mailed = to.channel == Person.Channel.EMAIL
    enclosures = _enclosures(sessions, to, invitation.REQUEST) if is_mailed else []
    other = orderer if to == expert else expert
    return _queue(kind, booking, to, sessions, names=[other], enclosures=enclosures, again=press)


def known_as(booking: Booking) -> str:
    """The expert's name as the expert lets orderers see it (L-02); one from outside sees what everybody may."""
    if booking.booking_request.unit.kind == Unit.Kind.CONTACT_BODY:
        return shown_outside(booking.expert).name
    person = booking.expert.person
    shown = Audience.objects.filter(expert=booking.expert, kind=Audience.Kind.OWN).first()
    if shown is None or shown.name == Audience.Name.FIRST:
        return person.first_name
    return shown.alias if shown.name == Audience.Name.ALIAS else person.full_name


def _to_come(booking: Booking) -> list[Session]:
    return list(booking.sessions.planned().select_related("entry"))


def _to_both(kind: str, booking: Booking, sessions: Sequence[Session], method: str = "", **more: object) -> None:
    orderer, expert = booking.booking_request.orderer, booking.expert.person
    for to, other in ((expert, orderer), (orderer, expert)):
        is_mailed = method and to.channel == Person.Channel.EMAIL
        enclosures = _enclosures(sessions, to, method) if is_mailed else []
        _queue(kind, booking, to, sessions, names=[other], enclosures=enclosures, **more)


def _enclosures(sessions: Sequence[Session], to: Person, method: str) -> list[Enclosure]:
    """An invitation for each, or one calendar file where they are many."""
    if len(sessions) > MOST_INVITATIONS:
        return [invitation.enclosure_of_many([session.entry for session in sessions], to, method)]
    return [invitation.enclosure(session.entry, to, method) for session in sessions]


def _queue(
    kind: str, booking: Booking, to: Person, sessions: Sequence[Session], *, names: list[Person], **more: object
) -> Message:
    order = booking.booking_request
    coordinator = order.coordinator
    return outbox.queue(
        f"experts.booking.{kind}",
        to=to,
        context={
            "booking": booking,
            "order": order,
            "sessions": Sessions(sessions),
            "session": sessions[0] if len(sessions) == 1 else None,
            "hours": sessions[0].busy_times.first() if len(sessions) == 1 else None,
            "is_expert": to == booking.expert.person,
            "expert_name": known_as(booking),
            "coordinator": coordinator,
            "address": address_for(booking, to),
            "due": sum((row.fee.amount for row in sessions if row.fee_id), Decimal(0)),
        },
        **{"about": booking, **more},
        version=order.version,
        names=[*names, coordinator] if coordinator and coordinator != to else names,
        reply_to=coordinator.email if coordinator else "",
    )


def address_for(booking: Booking, to: Person) -> str:
    """The expert comes by a personal link, as does an orderer without an account; the others sign in, each to a page of theirs."""
    if to == booking.expert.person and booking.link:
        return safe_link.placeholder(booking.link)
    if to == booking.booking_request.orderer and (personal := outside_order.address_of(booking.booking_request)):
        return personal
    if to not in (booking.expert.person, booking.booking_request.orderer):
        # The page of a booking is for its two sides: a coordinator's is the order in the back office.
        return settings.WAGTAILADMIN_BASE_URL + reverse("booking_request:page", args=[booking.booking_request_id])
    with translation.override(to.language):
        return settings.WAGTAILADMIN_BASE_URL + reverse("experts:booking", args=[booking.pk])
