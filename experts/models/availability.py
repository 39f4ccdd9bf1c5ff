from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .expert import Expert


class Weekday(models.IntegerChoices):
    MONDAY = 0, pgettext_lazy("weekday", "Monday")
    TUESDAY = 1, pgettext_lazy("weekday", "Tuesday")
    WEDNESDAY = 2, pgettext_lazy("weekday", "Wednesday")
    THURSDAY = 3, pgettext_lazy("weekday", "Thursday")
    FRIDAY = 4, pgettext_lazy("weekday", "Friday")
    SATURDAY = 5, pgettext_lazy("weekday", "Saturday")
    SUNDAY = 6, pgettext_lazy("weekday", "Sunday")


class Availability(models.Model):
    """A stretch of the ordinary week when the expert usually can (Helsinki wall time). No rows: not told."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="availabilities")
    weekday = models.PositiveSmallIntegerField(_("Day"), choices=Weekday.choices)
    starts = models.TimeField(_("From"))
    ends = models.TimeField(_("Until"))

    class Meta:
        ordering = ["weekday", "starts"]
        constraints = [
            models.CheckConstraint(
                name="availability_ends_after_start", condition=models.Q(ends__gt=models.F("starts"))
            ),
            models.CheckConstraint(name="availability_weekday", condition=models.Q(weekday__gte=0, weekday__lte=6)),
        ]
        indexes = [models.Index(fields=["expert", "weekday"])]

    def __str__(self) -> str:
        return f"{self.expert_id}:{self.weekday}"


class SpecialDay(models.Model):
    """An exception on one date: can (`available`) or cannot, in these hours (Helsinki wall time)."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="special_days")
    day = models.DateField(_("Date"))
    starts = models.TimeField(_("From"))
    ends = models.TimeField(_("Until"))
    available = models.BooleanField(_("Can come"), default=True)

    class Meta:
        ordering = ["day", "starts"]
        constraints = [
            models.CheckConstraint(name="special_day_ends_after_start", condition=models.Q(ends__gt=models.F("starts")))
        ]
        indexes = [models.Index(fields=["expert", "day"])]

    def __str__(self) -> str:
        return f"{self.expert_id}:{self.day}"


class AwayPeriod(models.Model):
    """Days away, first and last included; the reason is not asked."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="away_periods")
    starts_on = models.DateField(_("First day away"))
    ends_on = models.DateField(_("Last day away"))

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(name="away_dates", condition=models.Q(ends_on__gte=models.F("starts_on")))
        ]
        indexes = [models.Index(fields=["expert", "starts_on"])]

    def __str__(self) -> str:
        return f"{self.expert_id}:{self.starts_on}"
