"""One's own contact details and how one wants to be met (L-24, CC-15)."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.people.domain import person as verbs
from coordination.people.models import Person

from .channel import ChoosesChannel


class MyDetailsForm(ChoosesChannel, GuardsTexts, forms.ModelForm):
    needs = GuardedCharField(
        label=_("What should we take into account?"),
        help_text=_("For example: I use a wheelchair. Do not write about your health."),
        readers=_("your coordinator"),
        required=False,
        max_length=300,
    )
    language = forms.ChoiceField(label=_("Language of messages"), choices=settings.LANGUAGES, widget=forms.RadioSelect)

    class Meta:
        model = Person
        fields = [
            "email",
            "phone",
            "street",
            "postcode",
            "town",
            "channel",
            "language",
            "format",
            "needs",
            "protected_address",
        ]
        widgets = {"channel": forms.RadioSelect(attrs={"class": "choices--one"}), "format": forms.RadioSelect}
        labels = {"channel": _("How do we send you messages?"), "format": _("In what form do you want papers?")}
        help_texts = {
            "protected_address": _(
                "Tick this if you have a non-disclosure for personal safety. Only your coordinator sees your address, town and phone."
            ),
        }

    def save(self, by: object) -> Person:
        """Raises `Refused`."""
        return verbs.change(self.instance, by, **self.cleaned_data)
