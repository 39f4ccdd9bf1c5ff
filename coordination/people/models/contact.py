from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock

from .person import Person
from .role import Role
from .unit import Unit


class ContactQuerySet(models.QuerySet):
    def open(self, on: date | None = None) -> ContactQuerySet:
        """Contacts in force on a day (Helsinki date, default today)."""
        day = on or clock.today()
        return self.filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day), starts_on__lte=day)

    def visible_to(self, user) -> ContactQuerySet:
        """Those of the units one coordinates or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))


class Contact(models.Model):
    """A named contact person of a unit or of an organisation outside (SC-01). It brings no right to anything."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="contacts", verbose_name=pgettext_lazy("field", "Unit"))
    person = models.ForeignKey(Person, models.CASCADE, related_name="contacts")
    title = models.CharField(_("Role in the organisation"), max_length=80, blank=True)
    is_main = models.BooleanField(_("Main contact"), default=False)
    starts_on = models.DateField(_("From"), default=clock.today)
    ends_on = models.DateField(_("Until"), null=True, blank=True)
    checked_on = models.DateField(_("Last known to be right"), default=clock.today)
    last_used_at = models.DateTimeField(_("Last order"), null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact person")
        verbose_name_plural = _("contact persons")
        ordering = ["-is_main", models.F("last_used_at").desc(nulls_last=True), "pk"]
        constraints = [
            models.CheckConstraint(
                name="contact_dates", condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on"))
            ),
            models.UniqueConstraint(
                name="contact_once_while_open", fields=["unit", "person"], condition=models.Q(ends_on=None)
            ),
            models.UniqueConstraint(
                name="contact_one_main", fields=["unit"], condition=models.Q(is_main=True, ends_on=None)
            ),
        ]

    def __str__(self) -> str:
        return f"C{self.pk}"
