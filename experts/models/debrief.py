from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from .booking import Booking


class Debrief(models.Model):
    """The short talk after (CM-11): held or not, how it felt, what next. What was said of the client is never stored."""

    class Side(models.TextChoices):
        ORDERER = "orderer", pgettext_lazy("debrief", "orderer")
        EXPERT = "expert", pgettext_lazy("debrief", "expert")

    class Feeling(models.TextChoices):
        GOOD = "good", pgettext_lazy("debrief", "good")
        MIXED = "mixed", pgettext_lazy("debrief", "both good and hard")
        HEAVY = "heavy", pgettext_lazy("debrief", "heavy")

    class Next(models.TextChoices):
        NOTHING = "nothing", pgettext_lazy("debrief", "nothing for now")
        MEETING = "meeting", pgettext_lazy("debrief", "a new meeting")
        SUPERVISION = "supervision", pgettext_lazy("debrief", "I would like supervision")
        CALL = "call", pgettext_lazy("debrief", "I would like the coordinator to call")

    booking = models.ForeignKey(Booking, models.CASCADE, related_name="debriefs")
    side = models.CharField(max_length=8, choices=Side.choices)
    talked = models.BooleanField(_("Was there a talk after the meeting?"))
    feeling = models.CharField(_("How did it feel?"), max_length=8, choices=Feeling.choices)
    next = models.CharField(_("What next?"), max_length=12, choices=Next.choices, default=Next.NOTHING)
    note = models.TextField(_("What should the coordinator know?"), blank=True)
    recorded_at = models.DateTimeField()
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("debrief")
        verbose_name_plural = _("debriefs")
        constraints = [models.UniqueConstraint(name="debrief_one_a_side", fields=["booking", "side"])]

    def __str__(self) -> str:
        return f"D{self.pk}"
