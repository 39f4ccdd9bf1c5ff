from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock

from .role import Role
from .unit import Unit


class PartnershipQuerySet(models.QuerySet):
    def in_force(self) -> PartnershipQuerySet:
        day = clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> PartnershipQuerySet:
        """Those whose experts are of one's own branch."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "owner__"))


class Partnership(models.Model):
    """The partner's staff may see the CVs whose experts consented to partners (L-02b)."""

    owner = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Whose experts"))
    partner = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Partner organisation"))
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = PartnershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        constraints = [
            models.UniqueConstraint(name="partnership_once", fields=["owner", "partner", "valid_from"]),
            models.CheckConstraint(name="partnership_of_two", condition=~models.Q(owner=models.F("partner"))),
            models.CheckConstraint(
                name="partnership_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.owner_id}–{self.partner_id}"
