from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class InvitationForm(forms.Form):
    code = forms.CharField(
        label=_("Your personal code"),
        help_text=_("Twelve letters and numbers from your coordinator, for example AB23-CD45-EF67."),
        max_length=24,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "class": "input--code"}
        ),
    )
