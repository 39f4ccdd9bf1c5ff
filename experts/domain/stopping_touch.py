"""What a stopping expert touches: the offers that close, the bookings to decide on (EX-02)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from coordination.foundation import clock
from coordination.people.models import Unit
from coordination.privacy.models import Purpose
from experts.models import Booking, Expert, Offer


@dataclass(frozen=True)
class Touch:
    """Offers not yet booked, and bookings still to come, each by its key."""

    offers: list[Offer]
    bookings: list[Booking]

    def __bool__(self) -> bool:
        return bool(self.offers or self.bookings)


def of(expert: Expert, purpose: str = "") -> Touch:
    """Everything open of the expert; with a purpose only what rests on that consent. Two queries."""
    concerned = _rests_on(expert, purpose)
    held = Booking.objects.standing().filter(expert=expert).values("offer")
    offers = Offer.objects.alive().filter(concerned, expert=expert).exclude(pk__in=held)
    bookings = Booking.objects.upcoming().filter(concerned, expert=expert, ends_at__gt=clock.now())
    return Touch(list(_with_order(offers).order_by("pk")), list(_with_order(bookings).order_by("starts_at", "pk")))


def _rests_on(expert: Expert, purpose: str) -> Q:
    """The orders where the consent is needed: the own organisation's, other organisations', or media."""
    if not purpose:
        return Q()
    inside = Unit.branch_condition([expert.unit.organisation()], "booking_request__unit__")
    conditions = {
        Purpose.CV_OWN: inside,
        Purpose.CV_PARTNERS: ~inside,
        Purpose.MEDIA: Q(booking_request__task_type__is_media=True),
    }
    return conditions.get(purpose, Q(pk__in=[]))


def _with_order(rows: QuerySet) -> QuerySet:
    return rows.select_related(
        "booking_request__task_type",
        "booking_request__unit",
        "booking_request__orderer",
        "booking_request__coordinator",
        "expert__person",
        "expert__unit",
    )
