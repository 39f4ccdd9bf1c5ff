from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from .council import Council
from .meeting import Meeting


class ProblemQuerySet(models.QuerySet):
    def visible_to(self, user) -> ProblemQuerySet:
        """For the facilitators: what a group writes is shown outside it only where the group has chosen so."""
        return self.filter(council__in=Council.objects.led_by(user))


class Problem(models.Model):
    """A row of a developer-client group's work: problem, why it is one, solution, is it feasible (DG-08)."""

    class Feasible(models.TextChoices):
        UNKNOWN = "", pgettext_lazy("problem", "not weighed yet")
        YES = "yes", pgettext_lazy("problem", "feasible")
        PARTLY = "partly", pgettext_lazy("problem", "partly feasible")
        NO = "no", pgettext_lazy("problem", "not feasible now")

    council = models.ForeignKey(Council, models.CASCADE, related_name="problems")
    meeting = models.ForeignKey(Meeting, models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(pgettext_lazy("problem", "Problem"))
    why = models.TextField(pgettext_lazy("problem", "Why is it a problem?"), blank=True)
    solution = models.TextField(pgettext_lazy("problem", "Solution"), blank=True)
    feasible = models.CharField(
        pgettext_lazy("problem", "Can it be done?"), max_length=6, choices=Feasible.choices, blank=True
    )
    is_chosen = models.BooleanField(pgettext_lazy("problem", "Chosen for the discussion event"), default=False)

    objects = ProblemQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"ON{self.pk}"
