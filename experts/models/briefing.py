from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from coordination.people.models import Person

from .booking import Booking


class Briefing(models.Model):
    """The client's situation and the goal were talked through with the expert: done, when, told by whom (CM-09).

    What was said is not written anywhere.
    """

    booking = models.OneToOneField(Booking, models.CASCADE, related_name="briefing")
    done_on = models.DateField(_("When did you talk?"))
    told_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    told_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"I{self.pk}"
