from __future__ import annotations

from collections.abc import Sequence

from coordination.people.actor import Actor
from experts.models import BookingRequest, RequestedTime, Session, TimeChange, TimeChangeAnswer

from .booking import is_expert
from .booking_request import coordinates, is_orderer


def may_propose(by: Actor, time: RequestedTime, sessions: Sequence[Session]) -> bool:
    """Whoever meets, and the coordinator of the order's branch."""
    order = time.booking_request
    if by.subject is None:
        return False
    meets = is_orderer(by, order) or any(is_expert(by, session.booking) for session in sessions)
    return meets or coordinates(by.user, order.unit)


def may_answer(by: Actor, answer: TimeChangeAnswer, order: BookingRequest) -> bool:
    """The one who was asked, or the coordinator noting what was said on the phone."""
    if by.subject is None or by.subject.pk != answer.person_id:
        return False
    return by.on_behalf_of in (None, by.person) or coordinates(by.user, order.unit)


def may_withdraw(by: Actor, change: TimeChange) -> bool:
    """The proposer, or the coordinator."""
    if by.subject is None:
        return False
    is_own = by.subject.pk == change.proposer_id and by.on_behalf_of in (None, by.person)
    return is_own or coordinates(by.user, change.time.booking_request.unit)
