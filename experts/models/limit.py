from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Unit

from .catalogue import ServiceArea
from .expert import Expert


class PausedTopicQuerySet(models.QuerySet):
    def in_force(self, on=None) -> PausedTopicQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(until=None) | models.Q(until__gte=day))


class PausedTopic(models.Model):
    """A topic the expert does not speak of for now, with the last day of the pause."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="paused_topics")
    area = models.ForeignKey(ServiceArea, models.PROTECT, related_name="+", verbose_name=_("Topic"))
    until = models.DateField(_("Until"), null=True, blank=True)

    objects = PausedTopicQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(name="paused_topic_once", fields=["expert", "area"])]

    def __str__(self) -> str:
        return f"{self.expert_id}:{self.area_id}"


class RefusedUnit(models.Model):
    """A unit the expert is not to be sent to, no reason asked. Holds for the units below it."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="refused_units")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))

    class Meta:
        constraints = [models.UniqueConstraint(name="refused_unit_once", fields=["expert", "unit"])]

    def __str__(self) -> str:
        return f"{self.expert_id}:{self.unit_id}"
