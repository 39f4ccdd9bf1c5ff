"""Changing an order after it has been sent. Stands above bookings, whose calendar entries may have to follow."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.messaging.domain.change import Change
from coordination.people.actor import Actor
from coordination.records.domain import audit
from experts.mails import booking_request as mails
from experts.mails import offer as offer_mails
from experts.models import BookingRequest
from experts.permissions import booking_request as permissions

from . import amendment_words as words
from . import booking, offer_lock
from . import booking_request_content as content
from .offer_close import unbooked

Status = BookingRequest.Status

# A different task or unit is a different order: copy it.
BEFORE_OFFERS = content.WRITABLE - {"task_type", "unit"}
# What makes the meeting possible and safe: a yes may hang on it, so everybody asked is told that it changed.
CARE = words.CARE_FIELDS
# What nobody's yes hung on: how to find the place, whom to bill, who is there.
PRACTICAL = frozenset({"directions", "venue_access", "online_url", "professional", "cost_centre", "reference"})
AFTER_OFFERS = PRACTICAL | CARE
TOLD_TO_BOOKED = CARE | {"directions", "venue_access", "online_url"}


def changeable(order: BookingRequest) -> frozenset[str]:
    """The fields that may still be changed in the order's present state."""
    if order.status not in permissions.BEFORE_IT_IS_HELD:
        return frozenset()
    return AFTER_OFFERS if _is_promised(order) else BEFORE_OFFERS


@transaction.atomic
def change(order: BookingRequest, by: Actor, **fields: Any) -> BookingRequest:
    """Change a sent order, raise its version, and tell those whom it concerns.

    Before anybody has been asked all but the task and the unit may change. After that only what nobody's yes hung on:
    directions, accessibility, the remote link and billing; and what is arranged and how safe it is, of which those asked
    are told. The calendars of those booked follow. Raises `Refused` with what to do instead.
    """
    current = offer_lock.lock(order)
    if not permissions.may_change(by, current):
        raise Refused(
            _("This order cannot be changed any more, or it is not yours. Call the coordinator."), code="not_changeable"
        )
    _refuse_what_is_promised(current, fields)
    before = words.facts(current)
    lacked = {lack.code for lack in content.missing(current)}
    changed = content.write(current, fields, check=lambda row, names: _refuse_gaps(row, names, lacked))
    if changed:
        current.version += 1
        current.save(update_fields=["version"])
        audit.log(current, "kuuluviin.changed", by, {"fields": sorted(changed), "version": current.version})
    order.refresh_from_db()
    if changed:
        _tell(order, by, changed, words.changes(before, order, changed))
    return order


def _is_promised(order: BookingRequest) -> bool:
    return order.offers.alive().exists() or order.bookings.standing().exists()


def _refuse_what_is_promised(order: BookingRequest, fields: dict[str, Any]) -> None:
    closed = set(fields) - changeable(order)
    if not closed:
        return
    if closed & {"task_type", "unit"} and not _is_promised(order):
        raise Refused(
            _("The task and the unit stay as they are. Cancel this order and make a new one."), code="other_order"
        )
    said = _(
        "Experts have already been asked with this time, place and fee, so these cannot change. "
        "Cancel the order and make a copy of it, or call the coordinator."
    )
    raise Refused(said, field=min(closed), code="promised")


def _refuse_gaps(order: BookingRequest, changed: set[str], lacked: set[str]) -> None:
    """A change may not leave a gap that was not there. An old time that has passed by itself does not stop other changes."""
    for lack in content.missing(order):
        if lack.code not in lacked or (lack.code == "past" and "times" in changed):
            raise Refused(lack.message, field=lack.field, code=lack.code)


def _tell(order: BookingRequest, by: Actor, changed: set[str], changes: list[Change]) -> None:
    """Those booked and the orderer hear of it by the booking's own message, with the calendar; those asked by the offer's."""
    booked = list(order.bookings.upcoming()) if changed & TOLD_TO_BOOKED else []
    for each in booked:
        booking.republish(each, [change for change in changes if change.what in words.TOLD_TO_EXPERTS])
    for asked in unbooked(order) if changed & CARE else []:
        offer_mails.changed(asked, [change for change in changes if change.what == words.CARE])
    mails.changed(order, by.person, was_booked=bool(booked), changes=changes)
