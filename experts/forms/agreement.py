"""The three ticks before a meeting (CM-10)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import agreement as verbs
from experts.models import Agreement, Booking

TICKS = (
    ("confidentiality", _("Confidentiality: what is said in the meeting stays in the meeting, also after it.")),
    ("roles", _("Roles: the professional is responsible for the client's matter, the expert brings own experience.")),
    ("division", _("Division of work: we have agreed who opens, who tells what, and how we pause if needed.")),
)


class AgreementForm(forms.Form):
    ticks = forms.MultipleChoiceField(
        label=_("I agree on these three"),
        choices=TICKS,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
        error_messages={"required": _("Tick what you agree to. If something is unclear, call the coordinator.")},
    )
    card_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: object, booking: Booking, party: str, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.booking, self.party, self.by = booking, party, by
        agreement = getattr(booking, "agreement", None)
        self.fields["card_version"].initial = agreement.card_version if agreement else 0

    def clean_ticks(self) -> list[str]:
        ticks = self.cleaned_data["ticks"]
        if set(ticks) != set(Agreement.TICKS):
            raise forms.ValidationError(
                _("The meeting needs all three. If you cannot agree to one, call the coordinator.")
            )
        return ticks

    def save(self) -> bool:
        try:
            verbs.tick(
                self.booking,
                self.party,
                self.by,
                self.cleaned_data["ticks"],
                card_version=self.cleaned_data["card_version"],
            )
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
