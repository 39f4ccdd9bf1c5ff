from __future__ import annotations

from django.db import models

from coordination.people.models import Role, Unit


class ForgettingQuerySet(models.QuerySet):
    def visible_to(self, user) -> ForgettingQuerySet:
        """Those of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__"))


class Forgetting(models.Model):
    """A run that erased those known from events alone: when, in which unit, how many, by whom (L-05)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by = models.ForeignKey("people.User", models.SET_NULL, null=True, blank=True, related_name="+")
    count = models.PositiveIntegerField()

    objects = ForgettingQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"U{self.pk}"
