from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

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
    opens = models.CharField(_("Who opens the meeting?"), max_length=120, blank=True)
    not_asked = models.CharField(_("What is not asked?"), max_length=300, blank=True)
    pause = models.CharField(_("How do we pause?"), max_length=200, blank=True)
    card_version = models.PositiveIntegerField(default=0, help_text=_("Rises with every change of the card."))
    card_by = models.CharField(max_length=10, blank=True)
    card_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"G{self.pk}"

    def ticked_by(self, party: str) -> bool:
        return all(getattr(self, f"{party}_{tick}_at") for tick in self.TICKS)

    @property
    def complete(self) -> bool:
        return all(self.ticked_by(party) for party in self.PARTIES)
