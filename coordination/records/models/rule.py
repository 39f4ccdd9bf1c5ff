from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.people.models import Role, Unit


class RuleQuerySet(models.QuerySet):
    def in_force(self, on=None) -> RuleQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> RuleQuerySet:
        """Everybody's rules, and those of the branches one coordinates or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        if not branches:
            return self.none()
        return self.filter(models.Q(unit=None) | Unit.branch_condition(branches, "unit__"))


class Rule(models.Model):
    """A number or a choice of an organisation, dated: limits, weights, days. The defaults stand in `domain/rule.py`."""

    unit = models.ForeignKey(
        "people.Unit", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("In the branch")
    )
    key = models.CharField(_("Rule"), max_length=60)
    value = models.JSONField(_("Value"))
    source = models.CharField(_("Source"), max_length=200, blank=True)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = RuleQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule")
        verbose_name_plural = _("rules")
        constraints = [
            models.UniqueConstraint(name="rule_once_a_day", fields=["unit", "key", "valid_from"]),
            models.UniqueConstraint(
                name="rule_once_a_day_everywhere", fields=["key", "valid_from"], condition=models.Q(unit=None)
            ),
        ]

    def __str__(self) -> str:
        return self.key
