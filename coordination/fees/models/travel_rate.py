from __future__ import annotations

from datetime import date

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Role, Unit


class TravelRateQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> TravelRateQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> TravelRateQuerySet:
        """Those of the branches where one coordinates, pays or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))


class TravelRate(models.Model):
    """What a kilometre, a meal or a day is compensated with, from a day on and by whose decision (section 2.4).

    The tax administration sets the tax-free maximums each autumn: a rate is a row, never a number in code.
    """

    class Kind(models.TextChoices):
        KILOMETRE = "kilometre", pgettext_lazy("rate", "a kilometre by one's own car")
        PASSENGER = "passenger", pgettext_lazy("rate", "a passenger, for each kilometre")
        MEAL = "meal", pgettext_lazy("rate", "meal compensation")
        PART_DAY = "part_day", pgettext_lazy("rate", "part-day allowance, over 6 hours")
        FULL_DAY = "full_day", pgettext_lazy("rate", "full-day allowance, over 10 hours")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    kind = models.CharField(_("For what"), max_length=12, choices=Kind.choices)
    amount = models.DecimalField(_("Amount, €"), max_digits=6, decimal_places=2, validators=[MinValueValidator(0)])
    source = models.CharField(_("Who decided, and when?"), max_length=200)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = TravelRateQuerySet.as_manager()

    class Meta:
        verbose_name = _("travel rate")
        verbose_name_plural = _("travel rates")
        ordering = ["kind", "-valid_from"]
        constraints = [
            models.UniqueConstraint(name="travel_rate_once_a_day", fields=["unit", "kind", "valid_from"]),
            models.CheckConstraint(name="travel_rate_not_negative", condition=models.Q(amount__gte=0)),
            models.CheckConstraint(
                name="travel_rate_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.pk}"
