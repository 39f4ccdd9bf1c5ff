from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.people.models import Person

from .expert import Expert


class BackgroundCheckQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> BackgroundCheckQuerySet:
        """Shown, and still good enough on a day (Helsinki date, default today)."""
        return self.filter(valid_until__gte=on or clock.today())


class BackgroundCheck(models.Model):
    """A criminal record extract for work with minors was shown: the day and to whom, never a copy nor its content (L-42)."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="background_checks")
    shown_on = models.DateField(_("On which day was it shown?"))
    shown_to = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("To whom was it shown?"))
    valid_until = models.DateField(_("Good until"))
    noted_at = models.DateTimeField()

    objects = BackgroundCheckQuerySet.as_manager()

    class Meta:
        ordering = ["-shown_on", "-pk"]
        indexes = [models.Index(fields=["expert", "valid_until"])]
        constraints = [
            models.CheckConstraint(
                name="background_check_dates", condition=models.Q(valid_until__gte=models.F("shown_on"))
            )
        ]

    def __str__(self) -> str:
        return f"K{self.pk}"
