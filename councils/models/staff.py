from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person

from .council import Council


class StaffQuerySet(models.QuerySet):
    def open(self) -> StaffQuerySet:
        """Those in their task today."""
        return self.filter(ended_on=None)

    def visible_to(self, user) -> StaffQuerySet:
        """Who leads a council is no secret from its members and leaders."""
        return self.filter(council__in=Council.objects.visible_to(user))


class Staff(models.Model):
    """An employee who runs a council: three of them, one responsible, at least one a social worker (CC-22, CC-24)."""

    class Duty(models.TextChoices):
        CHAIR = "chair", pgettext_lazy("council staff", "chairs")
        SECRETARY = "secretary", pgettext_lazy("council staff", "takes the minutes")
        PRESENTER = "presenter", pgettext_lazy("council staff", "presents the topics")
        FACILITATOR = "facilitator", pgettext_lazy("council staff", "group facilitator")
        OTHER = "other", pgettext_lazy("council staff", "other")

    council = models.ForeignKey(Council, models.CASCADE, related_name="staff")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("council", "Leader")
    )
    duty = models.CharField(
        pgettext_lazy("council staff", "Task"), max_length=12, choices=Duty.choices, default=Duty.OTHER
    )
    is_responsible = models.BooleanField(_("Responsible person"), default=False)
    is_social_worker = models.BooleanField(_("Social worker"), default=False)
    started_on = models.DateField(_("From"), default=clock.today)
    ended_on = models.DateField(_("Until"), null=True, blank=True)

    objects = StaffQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "leader")
        verbose_name_plural = pgettext_lazy("council", "leaders")
        ordering = ["-is_responsible", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="council_staff_once", fields=["council", "person"], condition=models.Q(ended_on=None)
            ),
            models.UniqueConstraint(
                name="council_one_responsible",
                fields=["council"],
                condition=models.Q(ended_on=None, is_responsible=True),
            ),
        ]

    def __str__(self) -> str:
        return f"V{self.pk}"


class WorkHours(models.Model):
    """Hours a leader planned for a council in a month, and what they came to (CC-25)."""

    staff = models.ForeignKey(Staff, models.CASCADE, related_name="hours")
    month = models.DateField(_("Month"), help_text=_("The first day of the month."))
    planned = models.DecimalField(_("Planned, h"), max_digits=5, decimal_places=1, default=8)
    actual = models.DecimalField(_("Done, h"), max_digits=5, decimal_places=1, null=True, blank=True)

    class Meta:
        ordering = ["month"]
        constraints = [models.UniqueConstraint(name="council_hours_once", fields=["staff", "month"])]

    def __str__(self) -> str:
        return f"{self.staff_id}:{self.month}"
