from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Role, Unit


class EventSeriesQuerySet(models.QuerySet):
    def led_by(self, user) -> EventSeriesQuerySet:
        """Those of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__"))

    visible_to = led_by


class EventSeries(models.Model):
    """Events that belong together: the sessions of a training, a year of supervision, the joint meetings (EX-14, EX-15, AN-02)."""

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", pgettext_lazy("rhythm", "every week")
        TWO_WEEKS = "two_weeks", pgettext_lazy("rhythm", "every second week")
        MONTHLY = "monthly", pgettext_lazy("rhythm", "once a month")
        TWO_MONTHS = "two_months", pgettext_lazy("rhythm", "every second month")
        QUARTERLY = "quarterly", pgettext_lazy("rhythm", "four times a year")
        OTHER = "other", pgettext_lazy("rhythm", "as agreed")

    # The kinds of events that come in series; the same codes as Event.Kind.
    kind = models.CharField(pgettext_lazy("event", "Kind"), max_length=16)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))
    names = TextsField(verbose_name=pgettext_lazy("event", "Name"))
    rhythm = models.CharField(_("How often"), max_length=12, choices=Rhythm.choices, default=Rhythm.OTHER)
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = EventSeriesQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("event", "series of events")
        verbose_name_plural = pgettext_lazy("event", "series of events")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"S{self.pk}"
