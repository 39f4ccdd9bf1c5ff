from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Role, Unit


class SuggestionQuerySet(models.QuerySet):
    def visible_to(self, user) -> SuggestionQuerySet:
        """Those of the branches where one coordinates or leads a council."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.LEADER)
        return self.filter(Unit.branch_condition(branches, "unit__"))

    def waiting(self) -> SuggestionQuerySet:
        return self.filter(passed_on_at=None, dismissed_at=None)

    def for_body(self, key: str, unit: Unit) -> SuggestionQuerySet:
        """What a body may take: what was written to it by its key, and what was written to its unit or those above it.

        Who may see the body's own screens is the body's matter; ask that first.
        """
        to_nobody_else = models.Q(meant_for="", unit__path__in=unit.paths_up())
        return self.filter(models.Q(meant_for=key) | to_nobody_else)


class Suggestion(models.Model):
    """An idea somebody left to the office: in an interview, at an event, on the site. It holds no name (CC-12, TD-06).

    It waits here until a council takes it into its topic bank; nothing leads back to whoever said it.
    """

    class Origin(models.TextChoices):
        INTERVIEW = "interview", pgettext_lazy("suggestion", "an interview")
        EVENT = "event", pgettext_lazy("suggestion", "an event")
        SITE = "site", pgettext_lazy("suggestion", "the public site")
        STAFF = "staff", pgettext_lazy("suggestion", "an employee")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))
    origin = models.CharField(_("Where it came from"), max_length=12, choices=Origin.choices)
    text = models.TextField(pgettext_lazy("suggestion", "Idea"))
    came_at = models.DateTimeField(pgettext_lazy("suggestion", "Came"))
    meant_for = models.CharField(
        max_length=80, blank=True, help_text=_("The council it was written to, if any: “councils.council:3”.")
    )
    passed_on_at = models.DateTimeField(null=True, blank=True)
    dismissed_at = models.DateTimeField(null=True, blank=True)
    dismissed_because = models.CharField(pgettext_lazy("suggestion", "Why it is put aside"), max_length=300, blank=True)

    objects = SuggestionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("suggestion", "suggestion")
        verbose_name_plural = pgettext_lazy("suggestion", "suggestions")
        ordering = ["came_at", "pk"]

    def __str__(self) -> str:
        return f"E{self.pk}"
