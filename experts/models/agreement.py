from __future__ import annotations

from django.db import models

from .booking import Booking


class Agreement(models.Model):
    """Confidentiality, roles and division of work: three ticks from both parties, each with its moment (CM-10)."""

    TICKS = ("confidentiality", "roles", "division")
    PARTIES = ("orderer", "expert")

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="agreement")
    orderer_confidentiality_at = models.DateTimeField(null=True, blank=True)
    orderer_roles_at = models.DateTimeField(null=True, blank=True)
    orderer_division_at = models.DateTimeField(null=True, blank=True)
    expert_confidentiality_at = models.DateTimeField(null=True, blank=True)
    expert_roles_at = models.DateTimeField(null=True, blank=True)
    expert_division_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"G{self.pk}"

    def ticked_by(self, party: str) -> bool:
        return all(getattr(self, f"{party}_{tick}_at") for tick in self.TICKS)

    @property
    def complete(self) -> bool:
        return all(self.ticked_by(party) for party in self.PARTIES)
