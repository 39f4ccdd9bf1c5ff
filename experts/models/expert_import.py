from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Role, Unit

from .expert import Expert


class ExpertImportQuerySet(models.QuerySet):
    def visible_to(self, user) -> ExpertImportQuerySet:
        """One's own imports, while one coordinates the register they go to."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR)
        return self.filter(Unit.branch_condition(branches, "unit__"), made_by=user)


class ExpertImport(models.Model):
    """A list on its way into the register: checked first, stored when the coordinator says so.

    The file, what was found in it and the rows that stayed out are private files that go with the row.
    """

    class Status(models.TextChoices):
        CHECKING = "checking", pgettext_lazy("import", "being checked")
        CHECKED = "checked", pgettext_lazy("import", "checked")
        REFUSED = "refused", pgettext_lazy("import", "could not be read")
        STORING = "storing", pgettext_lazy("import", "being stored")
        STORED = "stored", pgettext_lazy("import", "stored")
        CANCELLED = "cancelled", pgettext_lazy("import", "cancelled")

    MOVES = {
        Status.CHECKING: {Status.CHECKED, Status.REFUSED, Status.CANCELLED},
        Status.CHECKED: {Status.STORING, Status.CANCELLED},
        Status.REFUSED: {Status.CANCELLED},
        Status.STORING: {Status.STORED, Status.CHECKED},
        Status.STORED: set(),
        Status.CANCELLED: set(),
    }

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Into the register of"))
    list_name = models.CharField(_("Name of the list"), max_length=80, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.CHECKING)
    sound_only = models.BooleanField(default=False)
    problem = models.CharField(max_length=300, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    source = models.ForeignKey("records.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    report = models.ForeignKey("records.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    rest = models.ForeignKey("records.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    job = models.ForeignKey("records.Job", models.SET_NULL, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    objects = ExpertImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import of a list")
        verbose_name_plural = _("imports of lists")
        ordering = ["-made_at"]
        indexes = [models.Index(fields=["made_at"])]

    def __str__(self) -> str:
        return f"I{self.pk}"


class ImportedRow(models.Model):
    """What a list last told of an expert: a keyed digest a fact, so that a changed cell is told from a fact changed here."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="imported_rows")
    list_name = models.CharField(max_length=80)
    digests = models.JSONField(default=dict)
    imported_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(name="imported_row_once", fields=["expert", "list_name"])]

    def __str__(self) -> str:
        return f"R{self.pk}"
