from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import FinnishDateField


class BackgroundCheckForm(forms.Form):
    """The day alone: who saw it is whoever notes it, and what stood in it is kept nowhere."""

    shown_on = FinnishDateField(
        label=_("On which day did you see the extract?"),
        help_text=_("For example 13.11.2026. Do not take a copy, and give the extract back."),
        error_messages={"required": _("Write the day when you saw the extract: today or earlier.")},
    )
