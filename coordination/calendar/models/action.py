from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person, Role, Unit


class ActionQuerySet(models.QuerySet):
    def visible_to(self, user) -> ActionQuerySet:
        """One's own, and those of the branches where one coordinates; a wing shows its own ones to whom it lets in."""
        if not user.is_authenticated:
            return self.none()
        branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
        return self.filter(models.Q(owner__user=user) | branch)

    def open(self) -> ActionQuerySet:
        return self.filter(status=Action.Status.OPEN)


class Action(models.Model):
    """What somebody took on to do, and by when (CC-26, MT-10, GI-11)."""

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("action", "to be done")
        DONE = "done", pgettext_lazy("action", "done")
        DROPPED = "dropped", pgettext_lazy("action", "dropped")

    MOVES = {
        Status.OPEN: {Status.DONE, Status.DROPPED},
        Status.DONE: {Status.OPEN},
        Status.DROPPED: {Status.OPEN},
    }

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    about = models.CharField(max_length=80, help_text=_("The cause: “councils.agendaitem:17”."))
    what = models.CharField(pgettext_lazy("action", "What is done"), max_length=300)
    owner = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("action", "Who"))
    due_on = models.DateField(pgettext_lazy("action", "By when"))
    status = models.CharField(
        pgettext_lazy("action", "State"), max_length=8, choices=Status.choices, default=Status.OPEN
    )
    note = models.CharField(pgettext_lazy("action", "How it went"), max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ActionQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("action", "action")
        verbose_name_plural = pgettext_lazy("action", "actions")
        ordering = ["due_on", "pk"]
        indexes = [models.Index(fields=["about"]), models.Index(fields=["status", "due_on"])]

    def __str__(self) -> str:
        return f"T{self.pk}"
