from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy


class CancelReason(models.TextChoices):
    """Why something is cancelled: never of anybody's health, illness is one obstacle among others (section 2.7)."""

    OBSTACLE = "obstacle", pgettext_lazy("cancel reason", "illness or another obstacle")
    TIME = "time", pgettext_lazy("cancel reason", "the time does not suit any more")
    NOT_NEEDED = "not_needed", pgettext_lazy("cancel reason", "the meeting is not needed any more")
    MISTAKE = "mistake", pgettext_lazy("cancel reason", "it was ordered by mistake")
    PERMISSION = "permission", pgettext_lazy("cancel reason", "the meeting is not held")
    OTHER = "other", pgettext_lazy("cancel reason", "another reason")
