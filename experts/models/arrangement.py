from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Arrangement(models.TextChoices):
    """What a meeting place has or arranges, and what an expert needs of one: the same words for both (GC-06)."""

    ENTRANCE = "entrance", _("Accessible entrance, no stairs")
    LIFT = "lift", _("Lift")
    LOOP = "loop", _("Induction loop")
    SIGN = "sign", _("Sign language interpreting")
    RIDE = "ride", _("A ride to the place and back")
