from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Unit

from .catalogue import TaskType
from .expert import Expert


class PastBooking(models.Model):
    """A booking from before this system, taken over from a list: history, never an order (marked as imported)."""

    class Outcome(models.TextChoices):
        HELD = "held", pgettext_lazy("past booking", "held")
        CANCELLED = "cancelled", pgettext_lazy("past booking", "cancelled")
        MOVED = "moved", pgettext_lazy("past booking", "moved")
        CLIENT_ABSENT = "client_absent", pgettext_lazy("past booking", "the client did not come")

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="past_bookings")
    held_on = models.DateField(_("Date"))
    starts = models.TimeField(_("From"), null=True, blank=True)
    ends = models.TimeField(_("Until"), null=True, blank=True)
    task_type = models.ForeignKey(TaskType, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    unit_text = models.CharField(pgettext_lazy("field", "Unit"), max_length=120, blank=True)
    orderer_text = models.CharField(_("Orderer"), max_length=120, blank=True)
    place = models.CharField(_("Place"), max_length=120, blank=True)
    amount = models.DecimalField(_("Fee, €"), max_digits=8, decimal_places=2, null=True, blank=True)
    travel = models.CharField(_("Travel"), max_length=60, blank=True)
    paid = models.CharField(_("Paid"), max_length=60, blank=True)
    outcome = models.CharField(_("What happened"), max_length=14, choices=Outcome.choices, default=Outcome.HELD)
    source = models.CharField(max_length=80)
    row_digest = models.CharField(max_length=64)

    class Meta:
        verbose_name = _("imported booking")
        verbose_name_plural = _("imported bookings")
        ordering = ["-held_on"]
        constraints = [models.UniqueConstraint(name="past_booking_once", fields=["row_digest"])]
        indexes = [models.Index(fields=["expert", "held_on"])]

    def __str__(self) -> str:
        return f"H{self.pk}"
