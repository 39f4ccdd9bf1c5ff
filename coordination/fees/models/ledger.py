"""Looking at the ledger: views of it that a user keeps, and files made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.records.models import Job


class OwnQuerySet(models.QuerySet):
    def visible_to(self, user) -> OwnQuerySet:
        """One's own only."""
        return self.filter(user=user) if user.is_authenticated else self.none()


class LedgerView(models.Model):
    """Filters of the ledger under a name, to come back to."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    name = models.CharField(pgettext_lazy("saved view", "Name"), max_length=60)
    query = models.CharField(max_length=1000, blank=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(name="ledger_view_one_name", fields=["user", "name"])]

    def __str__(self) -> str:
        return f"V{self.pk}"


class LedgerExport(models.Model):
    """A file of the ledger as its filters stood when it was asked for, made by the worker."""

    class Form(models.TextChoices):
        CSV = "csv", "CSV"
        XLSX = "xlsx", "XLSX"

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    query = models.CharField(max_length=1000, blank=True)
    form = models.CharField(max_length=4, choices=Form.choices, default=Form.CSV)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    job = models.ForeignKey(Job, models.CASCADE, null=True, related_name="+")

    objects = OwnQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of the ledger")
        verbose_name_plural = _("files of the ledger")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"X{self.pk}"
