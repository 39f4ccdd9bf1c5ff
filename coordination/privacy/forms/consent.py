from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import FinnishDateField
from coordination.privacy.models import Consent, Purpose

BY_HAND = [(Consent.Channel.PAPER, Consent.Channel.PAPER.label), (Consent.Channel.PHONE, Consent.Channel.PHONE.label)]


class RecordedConsentForm(forms.Form):
    """What a coordinator writes down of a consent given on paper or by phone."""

    purpose = forms.ChoiceField(label=_("Consent"), choices=Purpose.choices, widget=forms.RadioSelect)
    channel = forms.ChoiceField(label=_("How it was given"), choices=BY_HAND, widget=forms.RadioSelect)
    given_on = FinnishDateField(label=_("On which day?"))
