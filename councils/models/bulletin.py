from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField

from .council import Council


class BulletinQuerySet(models.QuerySet):
    def visible_to(self, user) -> BulletinQuerySet:
        return self.filter(council__in=Council.objects.visible_to(user))


class Bulletin(models.Model):
    """What the leaders tell the members between meetings, in each one's own channel (CC-28)."""

    council = models.ForeignKey(Council, models.CASCADE, related_name="bulletins")
    title = TextsField(verbose_name=pgettext_lazy("bulletin", "Title"))
    text = TextsField(verbose_name=pgettext_lazy("bulletin", "Text"))
    plain_text = TextsField(verbose_name=pgettext_lazy("bulletin", "The same in plain language"), blank=True)
    told_at = models.DateTimeField(pgettext_lazy("bulletin", "Told"))
    told_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = BulletinQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "bulletin")
        verbose_name_plural = pgettext_lazy("council", "bulletins")
        ordering = ["-told_at", "-pk"]

    def __str__(self) -> str:
        return f"TI{self.pk}"
