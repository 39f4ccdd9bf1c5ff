from __future__ import annotations

from django.db import models
from django.utils.translation import pgettext_lazy


class Need(models.TextChoices):
    """What somebody asks for to be able to come: to a meeting, to an event. Never why."""

    ACCESS = "access", pgettext_lazy("need", "a step-free way in")
    LIFT = "lift", pgettext_lazy("need", "a lift there")
    INTERPRETER = "interpreter", pgettext_lazy("need", "an interpreter")
    DIET = "diet", pgettext_lazy("need", "a special diet")
    HEARING = "hearing", pgettext_lazy("need", "a hearing loop")
    SUPPORT = "support", pgettext_lazy("need", "a support person with me")
