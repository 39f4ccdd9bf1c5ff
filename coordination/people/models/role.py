from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock

from .unit import Unit


class RoleQuerySet(models.QuerySet):
    def open(self, on: date | None = None) -> RoleQuerySet:
        """Roles in force on a day (Helsinki date, default today)."""
        day = on or clock.today()
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day), starts_on__lte=day)

    def visible_to(self, user) -> RoleQuerySet:
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        return self.filter(models.Q(person__user=user) | Unit.branch_condition(branches, "unit__"))


class Role(models.Model):
    """A right to act in a branch of the unit tree, with an end date (L-16).

    Being an expert or a council member is a fact of its own, never a role.
    """

    class Kind(models.TextChoices):
        STAFF = "staff", pgettext_lazy("role", "client-work employee")
        COORDINATOR = "coordinator", pgettext_lazy("role", "coordinator")
        LEADER = "leader", pgettext_lazy("role", "leader of a client council")
        FINANCE = "finance", pgettext_lazy("role", "finance")
        EDITOR = "editor", pgettext_lazy("role", "editor of the site")
        ADMIN = "admin", pgettext_lazy("role", "main user")

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="roles")
    kind = models.CharField(pgettext_lazy("role", "Role"), max_length=20, choices=Kind.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    starts_on = models.DateField(_("From"), default=clock.today)
    ends_on = models.DateField(_("Until"), null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", editable=False
    )

    objects = RoleQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("role", "role")
        verbose_name_plural = _("roles")
        constraints = [
            models.CheckConstraint(
                name="role_dates", condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on"))
            ),
            models.UniqueConstraint(
                name="role_once_while_open", fields=["person", "kind", "unit"], condition=models.Q(ends_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.pk}"
