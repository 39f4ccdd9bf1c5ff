from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField


class ServiceArea(models.Model):
    """An area of own experience on the standard CV (CV-07…CV-15, EX-01). The list is the organisation's to edit."""

    code = models.SlugField(_("Code"), unique=True)
    names = TextsField(verbose_name=pgettext_lazy("service area", "Name"))
    position = models.PositiveSmallIntegerField(_("Position"), default=0)
    heavy = models.BooleanField(_("Heavy topic"), default=False)
    in_use = models.BooleanField(_("In use"), default=True)

    class Meta:
        verbose_name = _("service area")
        verbose_name_plural = _("service areas")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return str(self.names)


class TaskType(models.Model):
    """What an expert may be ordered for (EX-04, ET-01), and what its form must ask."""

    code = models.SlugField(_("Code"), unique=True)
    names = TextsField(verbose_name=pgettext_lazy("task type", "Name"))
    position = models.PositiveSmallIntegerField(_("Position"), default=0)
    is_client_meeting = models.BooleanField(
        _("A client takes part"),
        default=False,
        help_text=_("The client's permission, a goal and the agreement are then required."),
    )
    is_media = models.BooleanField(_("Media, recording or photographs"), default=False)
    is_assignment = models.BooleanField(
        _("A job for weeks or months"),
        default=False,
        help_text=_("The expert is employed: the order asks for the first and last day and the hours of the week."),
    )
    asks_audience = models.BooleanField(_("Ask for the audience"), default=True)
    asks_preparation = models.BooleanField(_("Ask for preparation"), default=False)
    usual_experts = models.PositiveSmallIntegerField(_("Usual number of experts"), default=1)
    role_names = TextsField(
        verbose_name=_("Roles of the experts"),
        blank=True,
        help_text=_("Separate with commas, one role for each expert. Leave empty if there are no roles."),
    )
    usual_minutes = models.PositiveSmallIntegerField(_("Usual length, minutes"), default=60)
    debrief_minutes = models.PositiveSmallIntegerField(_("Debrief, minutes"), default=15)
    price_code = models.CharField(_("Usual price class"), max_length=10, blank=True)
    in_use = models.BooleanField(_("In use"), default=True)

    class Meta:
        verbose_name = _("task type")
        verbose_name_plural = _("task types")
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return str(self.names)
