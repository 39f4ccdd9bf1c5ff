from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .offer import Offer


class AppearanceQuerySet(models.QuerySet):
    def in_force(self) -> AppearanceQuerySet:
        return self.filter(withdrawn_at=None)


class Appearance(models.Model):
    """The expert's consent to this one appearance in the media, beside the standing consent to media (PU-02).

    `words` are the very words agreed to: what is made, who publishes, where, and whether the expert reads it first.
    """

    offer = models.OneToOneField(Offer, models.CASCADE, related_name="appearance")
    words = models.TextField()
    language = models.CharField(max_length=8)
    given_at = models.DateTimeField()
    via = models.CharField(max_length=10)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = AppearanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent to an appearance")
        verbose_name_plural = _("consents to appearances")
        constraints = [models.CheckConstraint(name="appearance_has_words", condition=~models.Q(words=""))]

    def __str__(self) -> str:
        return f"A{self.pk}"
