from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Role, Unit


class AccessQuerySet(models.QuerySet):
    def visible_to(self, user) -> AccessQuerySet:
        """The main user's, of readers in the branch, and never one's own: the log is not for those it logs (L-17)."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "reader__person__unit__")).exclude(reader=user)


class AccessEntry(models.Model):
    """Who looked at what, when (L-17). Written by GETs, never edited, not shown to those it logs.

    `about` names the object ("experts.cv:<key>"); a hit list names its subjects by their keys.
    """

    class Action(models.TextChoices):
        VIEW = "view", pgettext_lazy("access", "viewed")
        SEARCH = "search", pgettext_lazy("access", "searched")
        EXPORT = "export", pgettext_lazy("access", "exported")

    at = models.DateTimeField(_("When"))
    reader = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("Who")
    )
    role = models.CharField(_("In the role"), max_length=40, blank=True)
    action = models.CharField(_("What"), max_length=10, choices=Action.choices)
    about = models.CharField(_("About"), max_length=80)
    subjects = models.JSONField(default=list)

    objects = AccessQuerySet.as_manager()

    class Meta:
        verbose_name = _("access entry")
        verbose_name_plural = _("access log")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["about", "at"]), models.Index(fields=["at"])]

    def __str__(self) -> str:
        return f"L{self.pk}"
