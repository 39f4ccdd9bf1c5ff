from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy

from coordination.recruitment.models import Campaign

from .council import Council


class CouncilCampaign(models.Model):
    """A recruitment for a named council or group: a term may have several (CC-06, DG-03)."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="campaigns")
    campaign = models.OneToOneField(
        Campaign, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("council", "recruitment")
    )

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.council_id}:{self.campaign_id}"
