from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit


class ApproverQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> ApproverQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> ApproverQuerySet:
        """Those of the branches where one handles the money or looks after, or coordinates."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))


class Approver(models.Model):
    """Who approves what a unit pays, and who steps in: dated. The nearest unit upwards that has one decides.

    Being an approver is a fact of its own, not a role: it opens no back office.
    """

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Approves what this unit pays"))
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("Approver"))
    deputy = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Deputy")
    )
    source = models.CharField(_("Who decided, and when?"), max_length=200, blank=True)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = ApproverQuerySet.as_manager()

    class Meta:
        verbose_name = _("approver")
        verbose_name_plural = _("approvers")
        ordering = ["unit__path", "-valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(name="approver_once_a_day", fields=["unit", "person", "valid_from"]),
            models.CheckConstraint(name="approver_deputy_is_another", condition=~models.Q(person=models.F("deputy"))),
            models.CheckConstraint(
                name="approver_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"A{self.pk}"
