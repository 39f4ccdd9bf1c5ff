from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .expert import Expert


class Audience(models.Model):
    """What of the person each audience sees. Consent says whether; this says how much (L-02, CV-01, CV-02)."""

    class Kind(models.TextChoices):
        OWN = "own", pgettext_lazy("audience", "staff of the own organisation")
        PARTNERS = "partners", pgettext_lazy("audience", "staff of partner organisations")
        PUBLIC = "public", pgettext_lazy("audience", "everybody on the site")

    class Name(models.TextChoices):
        FIRST = "first", pgettext_lazy("audience", "first name only")
        FULL = "full", pgettext_lazy("audience", "whole name")
        ALIAS = "alias", pgettext_lazy("audience", "another name")

    class Birth(models.TextChoices):
        HIDDEN = "hidden", pgettext_lazy("audience", "not shown")
        DECADE = "decade", pgettext_lazy("audience", "decade")
        YEAR = "year", pgettext_lazy("audience", "year")

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="audiences")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    name = models.CharField(_("Name"), max_length=6, choices=Name.choices, default=Name.FIRST)
    alias = models.CharField(_("Another name"), max_length=40, blank=True)
    birth = models.CharField(_("Birth"), max_length=6, choices=Birth.choices, default=Birth.DECADE)
    photo = models.BooleanField(_("Show the photo"), default=False)
    locality = models.BooleanField(_("Show the town"), default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="audience_once", fields=["expert", "kind"]),
            models.CheckConstraint(name="audience_alias_given", condition=~models.Q(name="alias", alias="")),
        ]

    def __str__(self) -> str:
        return f"{self.expert_id}:{self.kind}"
