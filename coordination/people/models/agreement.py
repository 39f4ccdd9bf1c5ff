from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock

from .person import Person
from .role import Role
from .unit import Unit


class UnitAgreementQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> UnitAgreementQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def covering(self, unit: Unit, on: date | None = None) -> UnitAgreement | None:
        """The nearest agreement from the unit upwards: what a service agreed holds for its units (CM-01)."""
        rows = (
            self.in_force(on)
            .filter(unit__path__in=unit.paths_up())
            .select_related("unit", "coordinator", "payer", "supervision")
        )
        return max(rows, key=lambda row: row.unit.depth, default=None)

    def visible_to(self, user) -> UnitAgreementQuerySet:
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN, Role.Kind.FINANCE)
        return self.filter(Unit.branch_condition(branches, "unit__"))


class UnitAgreement(models.Model):
    """Who coordinates, who pays, who supervises, who insures: agreed before a unit may order (CM-01, L-43)."""

    class Insurer(models.TextChoices):
        ORDERER = "orderer", pgettext_lazy("insurer", "the organisation that orders")
        COORDINATING = "coordinating", pgettext_lazy("insurer", "the organisation that coordinates the experts")
        ASSOCIATION = "association", pgettext_lazy("insurer", "the expert's association")
        NOBODY = "nobody", pgettext_lazy("insurer", "nobody: the expert's own insurance")

    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="agreements", verbose_name=pgettext_lazy("field", "Unit")
    )
    coordinator = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("Who coordinates"))
    payer = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Who pays the fee"))
    supervision = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Who arranges supervision"))
    insurer = models.CharField(_("Who insures the expert"), max_length=12, choices=Insurer.choices, blank=True)
    insurance = models.CharField(_("Insurance in words"), max_length=200, blank=True)
    terms = models.TextField(_("Other matters agreed"), blank=True)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = UnitAgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("coordination agreement")
        verbose_name_plural = _("coordination agreements")
        constraints = [
            models.CheckConstraint(
                name="agreement_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
            models.UniqueConstraint(
                name="agreement_one_open_a_unit", fields=["unit"], condition=models.Q(valid_until=None)
            ),
        ]

    def __str__(self) -> str:
        return f"A{self.pk}"
