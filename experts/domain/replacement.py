"""Somebody else for the same time, or for the rest of a series, after an expert cancelled: ask the best, confirm (CM-11)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.models import Booking, BookingRequest, Offer, OfferTime, RequestedTime, Session

from . import booking, matching, offer, offer_close
from .booking_seat import open_seats
from .matching import Match

Status = BookingRequest.Status
ASKED_AT_ONCE = 3
GONE = Q(status=Booking.Status.CANCELLED) | Q(left_at__isnull=False)
"""Cancelled, or left in the middle of a series."""


def time_of(order: BookingRequest) -> RequestedTime | None:
    """The chosen time that lacks somebody since an expert cancelled; None where nothing is to be replaced."""
    if order.status not in {Status.SENT, Status.OFFERED, Status.UNMATCHED, Status.CONFIRMED}:
        return None
    if not any(_has_gone(row) for row in order.bookings.all()) or not open_seats(order):
        return None
    times = [time for time in offer.open_times(order) if time.chosen]
    return times[0] if times else None


def _has_gone(row: Booking) -> bool:
    return row.status == Booking.Status.CANCELLED or row.left_at is not None


def best(order: BookingRequest, matches: Sequence[Match]) -> list[Match]:
    """Whom one press would ask: the best of a ranking whom no warning speaks against, never who has cancelled."""
    gone = set(order.bookings.filter(GONE).values_list("expert", flat=True))
    alive = {each.expert_id for each in offer_close.unbooked(order)}
    fit = [match for match in matches if match.expert.pk not in gone | alive and not match.needs_reason]
    return fit[:ASKED_AT_ONCE]


def ready(order: BookingRequest) -> list[Offer]:
    """Those who have said yes to the very time, the earliest answer first, as many as there are open places."""
    time = time_of(order)
    if time is None:
        return []
    accepted = [each for each in offer_close.unbooked(order) if each.status == Offer.Status.ACCEPTED]
    willing = set(OfferTime.objects.filter(offer__in=accepted, time=time).values_list("offer", flat=True))
    found = sorted((each for each in accepted if each.pk in willing), key=lambda each: (each.answered_at, each.pk))
    return found[: len(open_seats(order))]


@transaction.atomic
def ask(order: BookingRequest, by: Actor) -> list[Offer]:
    """The first press: the best are asked for the same time. Raises `Refused` when nobody fits."""
    if time_of(order) is None:
        raise Refused(_("No place of this order waits for somebody else."), code="moved")
    chosen = best(order, matching.rank(order, by.user).matches)
    if not chosen:
        raise Refused(_("Nobody fits without a question to settle first. Look at the list below."), code="nobody")
    return offer.make(order, [match.expert for match in chosen], by)


@transaction.atomic
def confirm(order: BookingRequest, by: Actor) -> list[Booking]:
    """The second press: whoever said yes comes, at the same time. Raises `Refused`."""
    time, chosen = time_of(order), ready(order)
    if time is None or not chosen:
        raise Refused(_("Nobody has said yes to this time yet."), code="moved")
    fewer = booking.Fewer.NOBODY_ELSE if len(chosen) < len(open_seats(order)) else ""
    return booking.confirm(order, time, chosen, by, fewer=fewer)


def who_left(order: BookingRequest) -> str:
    """The name of whoever cancelled last."""
    gone = Session.objects.filter(status=Session.Status.CANCELLED, booking__in=order.bookings.filter(GONE))
    last = gone.select_related("booking__expert__person").order_by("-told_at").first()
    return last.booking.expert.person.full_name if last else ""
