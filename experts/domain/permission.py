"""The client takes the permission back: one press, no reason asked, until the meeting (CM-08)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.models import BookingRequest, CancelReason
from experts.permissions import booking_request as permissions

from . import cancel_words, cancellation, offer_lock, session_due
from .cancellation import Outcome
from .session_due import Event


def outcome(order: BookingRequest) -> Outcome:
    """What taking the permission back would do now: nobody is blamed, the expert's fee goes by the rule."""
    return cancellation.outcome(order, Event.PERMISSION_WITHDRAWN)


@transaction.atomic
def withdraw(order: BookingRequest, by: Actor, *, seen: str | None = None) -> BookingRequest:
    """The order ends with neutral words to everybody, and the day and hour are kept; why is never asked.

    The orderer presses it for the client, or the coordinator. `seen` as in `cancellation.cancel`. Raises `Refused` for
    a stranger, where no client's permission was asked for, and once the meeting has been held.
    """
    current = offer_lock.lock(order)
    if not (permissions.is_orderer(by, current) or permissions.coordinates(by.user, current.unit)):
        raise Refused(_("Only the orderer and the coordinator of the unit can do this."), code="stranger")
    if not permissions.may_withdraw_permission(by, current):
        raise Refused(_("There is no meeting to come that hangs on a client's permission."), code="over")
    session_due.refuse_unseen(outcome(current).dues, seen)
    facts = {
        "permission_withdrawn_at": clock.now(),
        "cancel_code": CancelReason.PERMISSION,
        "cancel_reason": cancel_words.kept(CancelReason.PERMISSION, ""),
    }
    return cancellation.end(current, by, Event.PERMISSION_WITHDRAWN, **facts)
