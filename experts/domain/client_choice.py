"""The client chooses whom to meet: the first and the second choice go into the order as its wishes (CM-07)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.records.domain import audit
from experts.models import BookingRequest, Expert, Wish
from experts.permissions import booking_request as permissions

from . import amendment, booking_request

MOST = 2
LEAST_SHOWN, MOST_SHOWN = 2, 4


@transaction.atomic
def choose(order: BookingRequest, experts: Sequence[Expert], by: Actor) -> BookingRequest:
    """Write down whom the client chose, first and second; nobody, where none of those shown suited.

    The client's choice takes the place of the worker's own wishes. Of the client the order keeps nothing but the mark.
    A draft is written, a sent order changed by its own rules: once experts have been asked, no more. Raises `Refused`.
    """
    wished = list(dict.fromkeys(experts))
    if len(wished) > MOST:
        raise Refused(_("The client chooses two at most: the first and the second choice."), code="too_many")
    if order.status == BookingRequest.Status.DRAFT:
        booking_request.save(order, by, wishes=wished)
    elif not permissions.may_change(by, order):
        raise Refused(_("This order cannot be changed any more. Call the coordinator."), code="not_changeable")
    else:
        amendment.change(order, by, wishes=wished)
    Wish.objects.filter(booking_request=order).update(chosen_by_client=True)
    audit.log(order, "kuuluviin.changed", by, {"fields": ["wishes"], "client_chose": len(wished)})
    return order


def may_choose(order: BookingRequest, by: Actor) -> bool:
    """Whether the client's choice can still be written into the order: before experts have been asked."""
    if order.status == BookingRequest.Status.DRAFT:
        return permissions.may_write(by, order)
    return permissions.may_change(by, order) and "wishes" in amendment.changeable(order)
