from __future__ import annotations

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Role, Unit


class BudgetQuerySet(models.QuerySet):
    def visible_to(self, user) -> BudgetQuerySet:
        """Those of the branches where one coordinates, handles the money or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))


class Budget(models.Model):
    """What a unit and those under it may spend on fees in a calendar year."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Who pays"))
    year = models.PositiveSmallIntegerField(pgettext_lazy("budget", "Year"))
    amount = models.DecimalField(_("Amount, €"), max_digits=10, decimal_places=2, validators=[MinValueValidator(0)])
    source = models.CharField(_("Who decided, and when?"), max_length=200, blank=True)

    objects = BudgetQuerySet.as_manager()

    class Meta:
        verbose_name = _("budget")
        verbose_name_plural = _("budgets")
        ordering = ["-year", "unit__path"]
        constraints = [
            models.UniqueConstraint(name="budget_once_a_year", fields=["unit", "year"]),
            models.CheckConstraint(name="budget_not_negative", condition=models.Q(amount__gte=0)),
        ]

    def __str__(self) -> str:
        return f"B{self.pk}"
