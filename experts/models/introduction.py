from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import TextsField
from coordination.people.models import Unit


class Introduction(models.Model):
    """An organisation's own words on experts by experience for its staff (CM-04, CM-07).

    What is left empty is said by the defaults of `domain/introduction.py`. A line break ends a paragraph or a step.
    """

    unit = models.OneToOneField(Unit, models.CASCADE, related_name="+", verbose_name=_("Organisation"))
    about = TextsField(verbose_name=_("What experts by experience do"), blank=True)
    ordering = TextsField(verbose_name=_("How to order, a step on each line"), blank=True)
    mail = TextsField(verbose_name=_("Advert for an e-mail"), blank=True)
    intranet = TextsField(verbose_name=_("Advert for the intranet"), blank=True)
    notice = TextsField(verbose_name=_("Advert for a notice board"), blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("introduction to staff")
        verbose_name_plural = _("introductions to staff")

    def __str__(self) -> str:
        return f"I{self.pk}"
