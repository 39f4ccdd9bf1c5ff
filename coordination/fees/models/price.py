from __future__ import annotations

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import TextsField
from coordination.people.models import Role, Unit


class PriceClassQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> PriceClassQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> PriceClassQuerySet:
        """The lists of the branches where one coordinates, pays or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))

    def for_unit(self, unit: Unit) -> PriceClassQuerySet:
        return self.filter(unit__path__in=unit.paths_up())


class PriceClass(models.Model):
    """A class of the price list, dated: amounts are never constants in code (section 2.3)."""

    class Per(models.TextChoices):
        OCCASION = "occasion", pgettext_lazy("price", "occasion")
        HOUR = "hour", pgettext_lazy("price", "hour")
        HALF_DAY = "half_day", pgettext_lazy("price", "half day")
        DAY = "day", pgettext_lazy("price", "day")
        PACKAGE = "package", pgettext_lazy("price", "package")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    code = models.CharField(_("Code"), max_length=10)
    names = TextsField(verbose_name=pgettext_lazy("price", "Name"))
    per = models.CharField(_("Paid by the"), max_length=10, choices=Per.choices, default=Per.OCCASION)
    amount = models.DecimalField(_("Amount, €"), max_digits=8, decimal_places=2, validators=[MinValueValidator(0)])
    amount_most = models.DecimalField(
        _("At most, €"), max_digits=8, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)]
    )
    includes = TextsField(verbose_name=_("What it includes"), blank=True)
    has_preparation = models.BooleanField(_("Preparation is included"), default=False)
    has_debrief = models.BooleanField(_("Debrief is included"), default=False)
    pays_travel_time = models.BooleanField(_("Travel time is included"), default=False)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = PriceClassQuerySet.as_manager()

    class Meta:
        verbose_name = _("price class")
        verbose_name_plural = _("price classes")
        ordering = ["code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(name="price_class_once_a_day", fields=["unit", "code", "valid_from"]),
            models.CheckConstraint(name="price_class_not_negative", condition=models.Q(amount__gte=0)),
            models.CheckConstraint(
                name="price_class_range",
                condition=models.Q(amount_most=None) | models.Q(amount_most__gt=models.F("amount")),
            ),
            models.CheckConstraint(
                name="price_class_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.names}"

    @property
    def is_range(self) -> bool:
        """Whether the one who orders names the sum, between the least and the most."""
        return self.amount_most is not None


class PackagePart(models.Model):
    """One thing a package consists of: a training day, and a planning hour of its own (ET-05)."""

    package = models.ForeignKey(PriceClass, models.CASCADE, related_name="parts")
    price_class = models.ForeignKey(
        PriceClass, models.PROTECT, related_name="part_of", verbose_name=_("Paid by the class")
    )
    minutes = models.PositiveIntegerField(
        pgettext_lazy("package", "Minutes"), default=60, validators=[MinValueValidator(1), MaxValueValidator(10000)]
    )
    what = TextsField(verbose_name=pgettext_lazy("package", "What is done"))
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                name="package_part_not_itself", condition=~models.Q(package=models.F("price_class"))
            ),
            models.CheckConstraint(name="package_part_takes_time", condition=models.Q(minutes__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.package_id}:{self.order}"
