from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person
from coordination.privacy.models import Purpose

from .booking import Booking
from .booking_request import BookingRequest
from .expert import Expert
from .offer import Offer


class StoppingQuerySet(models.QuerySet):
    def waiting(self) -> StoppingQuerySet:
        """Touched something, and no coordinator has seen to it."""
        return self.filter(seen_at=None, touched__isnull=False).distinct()

    def visible_to(self, user) -> StoppingQuerySet:
        """Those of the experts one coordinates."""
        return self.filter(expert__in=Expert.objects.coordinated_by(user))


class Stopping(models.Model):
    """An expert took leave, stopped altogether or withdrew a consent. No reason is asked, so none is kept (EX-02)."""

    class Kind(models.TextChoices):
        LEAVE = "leave", pgettext_lazy("stopping", "on leave")
        END = "end", pgettext_lazy("stopping", "stopped altogether")
        CONSENT = "consent", pgettext_lazy("stopping", "withdrew a consent")

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="stoppings")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    purpose = models.CharField(max_length=20, choices=Purpose.choices, blank=True)
    until = models.DateField(_("Last day of the leave"), null=True, blank=True)
    stopped_at = models.DateTimeField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    objects = StoppingQuerySet.as_manager()

    class Meta:
        ordering = ["-stopped_at", "-pk"]
        indexes = [models.Index(fields=["expert", "-stopped_at"])]
        constraints = [
            models.CheckConstraint(
                name="stopping_consent_named",
                condition=models.Q(kind="consent") & ~models.Q(purpose="")
                | ~models.Q(kind="consent") & models.Q(purpose=""),
            )
        ]

    def __str__(self) -> str:
        return f"S{self.pk}"


class Touched(models.Model):
    """An offer or a booking that a stopping concerned, and what became of it."""

    class Outcome(models.TextChoices):
        CLOSED = "closed", pgettext_lazy("touched", "the offer was closed")
        CANCELLED = "cancelled", pgettext_lazy("touched", "the booking was cancelled")
        KEPT = "kept", pgettext_lazy("touched", "the expert still does this")

    stopping = models.ForeignKey(Stopping, models.CASCADE, related_name="touched")
    booking_request = models.ForeignKey(BookingRequest, models.CASCADE, related_name="+")
    offer = models.ForeignKey(Offer, models.CASCADE, null=True, blank=True, related_name="+")
    booking = models.ForeignKey(Booking, models.CASCADE, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="touched_one_thing", condition=models.Q(offer__isnull=False) ^ models.Q(booking__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return f"{self.stopping_id}:{self.outcome}"
