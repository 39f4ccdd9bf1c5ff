from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField

from .availability import Weekday
from .booking import Booking
from .booking_request import BookingRequest, RequestedTime


class SessionQuerySet(models.QuerySet):
    def planned(self) -> SessionQuerySet:
        return self.filter(status=Session.Status.PLANNED)

    def over(self, moment) -> SessionQuerySet:
        """Planned still, though the time has passed: nobody has told what happened."""
        return self.planned().filter(ends_at__lte=moment)

    def visible_to(self, user) -> SessionQuerySet:
        """Those of the bookings one sees."""
        return self.filter(booking__in=Booking.objects.visible_to(user))


class Session(models.Model):
    """One time one expert comes: the meeting, a talk or a rehearsal before it, a further meeting (ET-05).

    Each has its own outcome, its own entry in calendars and its own line in the ledger.
    """

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("session", "to come")
        HELD = "held", pgettext_lazy("session", "held")
        EXPERT_ABSENT = "expert_absent", pgettext_lazy("session", "the expert did not come")
        ORDERER_ABSENT = "orderer_absent", pgettext_lazy("session", "the orderer did not come")
        CLIENT_ABSENT = "client_absent", pgettext_lazy("session", "the client did not come")
        CANCELLED = "cancelled", pgettext_lazy("session", "cancelled")

    MOVES = {
        Status.PLANNED: {
            Status.HELD,
            Status.EXPERT_ABSENT,
            Status.ORDERER_ABSENT,
            Status.CLIENT_ABSENT,
            Status.CANCELLED,
        },
        Status.HELD: set(),
        Status.EXPERT_ABSENT: set(),
        Status.ORDERER_ABSENT: set(),
        Status.CLIENT_ABSENT: set(),
        Status.CANCELLED: set(),
    }

    booking = models.ForeignKey(Booking, models.PROTECT, related_name="sessions")
    time = models.ForeignKey(RequestedTime, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=RequestedTime.Kind.choices, default=RequestedTime.Kind.MAIN)
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    status = models.CharField(
        pgettext_lazy("session", "State"), max_length=14, choices=Status.choices, default=Status.PLANNED
    )
    price_code = models.CharField(max_length=10, blank=True)
    price_name = models.CharField(max_length=120, blank=True)
    rate = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    quantity = models.DecimalField(max_digits=6, decimal_places=2, default=1)
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    amount_reason = models.CharField(max_length=300, blank=True)
    price_parts = models.JSONField(default=list, blank=True)
    is_owed = models.BooleanField(default=True)
    share = models.DecimalField(max_digits=4, decimal_places=2, default=1)
    costs = models.BooleanField(_("Real costs are paid"), default=True)
    fee = models.OneToOneField("fees.Fee", models.PROTECT, null=True, blank=True, related_name="+")
    entry = models.OneToOneField("calendar.Entry", models.SET_NULL, null=True, blank=True, related_name="+")
    outcome_note = models.CharField(_("What happened"), max_length=300, blank=True)
    told_at = models.DateTimeField(null=True, blank=True)
    claimed_at = models.DateTimeField(
        null=True, blank=True, help_text=_("The expert says: I was there, nobody came. The coordinator decides.")
    )

    objects = SessionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("booking", "session")
        verbose_name_plural = pgettext_lazy("booking", "sessions")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["status", "ends_at"])]
        constraints = [
            models.UniqueConstraint(name="session_time_once", fields=["booking", "time"]),
            models.CheckConstraint(
                name="session_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            models.CheckConstraint(name="session_share", condition=models.Q(share__gte=0, share__lte=1)),
            models.CheckConstraint(
                name="session_held_has_fee",
                condition=~models.Q(status="held") | models.Q(fee__isnull=False) | models.Q(is_owed=False),
            ),
        ]

    def __str__(self) -> str:
        return f"S{self.pk}"


class SeatRole(models.Model):
    """What the expert of one place of an order plays: the client, the support person (ET-01)."""

    booking_request = models.ForeignKey(BookingRequest, models.CASCADE, related_name="roles")
    seat = models.PositiveSmallIntegerField()
    name = TextsField(verbose_name=pgettext_lazy("seat", "Role"))

    class Meta:
        ordering = ["seat"]
        constraints = [
            models.UniqueConstraint(name="seat_role_once", fields=["booking_request", "seat"]),
            models.CheckConstraint(name="seat_role_from_one", condition=models.Q(seat__gte=1)),
        ]

    def __str__(self) -> str:
        return str(self.name)


class WeeklyHours(models.Model):
    """The hours of one weekday in an assignment of weeks or months (PS-01), by the Finnish wall clock."""

    booking_request = models.ForeignKey(BookingRequest, models.CASCADE, related_name="weekly_hours")
    weekday = models.PositiveSmallIntegerField(_("Day"), choices=Weekday.choices)
    starts = models.TimeField(_("From"))
    ends = models.TimeField(_("Until"))

    class Meta:
        ordering = ["weekday"]
        constraints = [
            models.UniqueConstraint(name="weekly_hours_once", fields=["booking_request", "weekday"]),
            models.CheckConstraint(
                name="weekly_hours_end_after_start", condition=models.Q(ends__gt=models.F("starts"))
            ),
            models.CheckConstraint(name="weekly_hours_weekday", condition=models.Q(weekday__gte=0, weekday__lte=6)),
        ]

    def __str__(self) -> str:
        return f"{self.booking_request_id}:{self.weekday}"
