from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.constraints import NoOverlap
from coordination.messaging.models import SafeLink

from . import session_words
from .booking_request import BookingRequest, RequestedTime
from .cancel_reason import CancelReason
from .expert import Expert
from .offer import Offer


class BookingQuerySet(models.QuerySet):
    def standing(self) -> BookingQuerySet:
        return self.exclude(status=Booking.Status.CANCELLED)

    def seated(self) -> BookingQuerySet:
        """Those that hold their places; whoever left in the middle of a series does not."""
        return self.standing().filter(left_at__isnull=True)

    def upcoming(self) -> BookingQuerySet:
        return self.filter(status=Booking.Status.CONFIRMED)

    def debrief_overdue(self, days: int = 3) -> BookingQuerySet:
        """Over for more than `days` days, and a debrief still missing from either side (CM-11)."""
        sides = models.Count("debriefs", distinct=True)
        over = self.filter(
            status__in=[Booking.Status.CONFIRMED, Booking.Status.HELD], ends_at__lt=clock.now() - timedelta(days=days)
        )
        return over.annotate(sides=sides).filter(sides__lt=2)

    def visible_to(self, user) -> BookingQuerySet:
        """The expert's own, the orderer's own, and those of the orders one coordinates."""
        if not user.is_authenticated:
            return self.none()
        orders = BookingRequest.objects.visible_to(user)
        return self.filter(models.Q(expert__person__user=user) | models.Q(booking_request__in=orders))


class Booking(models.Model):
    """One expert engaged for one order: holds a seat, its sessions, an agreement and debriefs.

    It starts with its first session and ends with its last; `amount` is what all of them bring (euros).
    """

    class Status(models.TextChoices):
        CONFIRMED = "confirmed", pgettext_lazy("booking", "confirmed")
        HELD = "held", pgettext_lazy("booking", "held")
        NO_SHOW = "no_show", pgettext_lazy("booking", "did not take place")
        CANCELLED = "cancelled", pgettext_lazy("booking", "cancelled")

    MOVES = {
        Status.CONFIRMED: {Status.HELD, Status.NO_SHOW, Status.CANCELLED},
        Status.HELD: set(),
        Status.NO_SHOW: set(),
        Status.CANCELLED: set(),
    }

    booking_request = models.ForeignKey(BookingRequest, models.PROTECT, related_name="bookings")
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="bookings")
    offer = models.OneToOneField(Offer, models.PROTECT, related_name="booking")
    time = models.ForeignKey(RequestedTime, models.PROTECT, related_name="+")
    seat = models.PositiveSmallIntegerField()
    status = models.CharField(
        pgettext_lazy("booking", "State"), max_length=10, choices=Status.choices, default=Status.CONFIRMED
    )
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    confirmed_at = models.DateTimeField()
    fee_choice = models.CharField(max_length=12, choices=Expert.FeeMode.choices, default=Expert.FeeMode.FEE)
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    amount_reason = models.CharField(max_length=300, blank=True)
    ended_code = models.CharField(max_length=12, choices=CancelReason.choices, blank=True)
    ended_because = models.CharField(_("What happened"), max_length=300, blank=True)
    link = models.ForeignKey(SafeLink, models.SET_NULL, null=True, blank=True, related_name="+")
    left_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text=_("The expert left in the middle: what was held stays, the place is free again."),
    )

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("booking", "booking")
        verbose_name_plural = pgettext_lazy("booking", "bookings")
        ordering = ["starts_at", "pk"]
        indexes = [
            models.Index(fields=["expert", "ends_at", "starts_at"]),
            models.Index(fields=["status", "starts_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="booking_seat",
                fields=["booking_request", "seat"],
                condition=~models.Q(status="cancelled") & models.Q(left_at__isnull=True),
            ),
            models.UniqueConstraint(
                name="booking_expert_once",
                fields=["booking_request", "expert"],
                condition=~models.Q(status="cancelled"),
            ),
            models.CheckConstraint(name="booking_seat_from_one", condition=models.Q(seat__gte=1)),
            models.CheckConstraint(
                name="booking_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"B{self.pk}"

    @property
    def role_name(self) -> str:
        return self.booking_request.role_at(self.seat)

    @property
    def times(self) -> session_words.Sessions:
        """Its sessions, those called off left out unless nothing else is left."""
        rows = list(self.sessions.all())
        return session_words.Sessions([row for row in rows if row.status != "cancelled"] or rows)

    @property
    def coming(self) -> session_words.Sessions:
        """The sessions still to come or to be told of; all of them once there are none."""
        return session_words.Sessions([row for row in self.sessions.all() if row.status == "planned"]) or self.times

    @property
    def due(self) -> Decimal:
        """What it brings as it stands (euros): of a session called off only what a rule lets be paid. One query."""
        rows = self.sessions.select_related("fee__replaced_by")
        ahead = [row.amount for row in rows if row.status == "planned"]
        return sum([*ahead, *(row.fee.comes_to for row in rows if row.fee)], Decimal())

    @property
    def has_untold(self) -> bool:
        """A session is over, and nobody has told what became of it."""
        return any(row.status == "planned" and row.ends_at <= clock.now() for row in self.sessions.all())

    def lacks_agreement_of(self, party: str) -> bool:
        """A client meeting ahead, and this party ("orderer" or "expert") has not ticked everything (CM-10)."""
        if self.status != Booking.Status.CONFIRMED or not self.booking_request.client_meeting:
            return False
        agreement = getattr(self, "agreement", None)
        return agreement is None or not agreement.ticked_by(party)


class BusyTime(models.Model):
    """The hours a session of a booking takes from the expert: meeting, preparation and debrief. Two can never overlap."""

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="busy_times")
    session = models.ForeignKey("experts.Session", models.CASCADE, null=True, blank=True, related_name="busy_times")
    expert = models.ForeignKey(Expert, models.CASCADE, related_name="busy_times")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["expert", "ends_at", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="busy_time_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            NoOverlap(name="busy_time_no_overlap", scope="expert", start="starts_at", end="ends_at"),
        ]

    def __str__(self) -> str:
        return f"Z{self.pk}"
