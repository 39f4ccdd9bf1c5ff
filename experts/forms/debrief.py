"""How it went, and what next (CM-11)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import GuardedTextField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import debrief as verbs
from experts.models import Booking, Debrief

YES_NO = [("yes", _("Yes")), ("no", _("No"))]


class DebriefForm(forms.Form):
    talked = forms.ChoiceField(
        label=_("Was there a talk after the meeting?"),
        choices=YES_NO,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose yes or no.")},
    )
    feeling = forms.ChoiceField(
        label=_("How did it feel?"),
        choices=Debrief.Feeling.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what comes closest.")},
    )
    next = forms.ChoiceField(
        label=_("What next?"),
        choices=Debrief.Next.choices,
        initial=Debrief.Next.NOTHING,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    note = GuardedTextField(
        label=_("What should the coordinator know?"),
        help_text=_("Do not write about the client."),
        required=False,
        readers=_("only the coordinator"),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: object, booking: Booking, side: str, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.booking, self.side, self.by = booking, side, by

    def save(self) -> bool:
        facts = self.cleaned_data
        try:
            verbs.record(
                self.booking,
                self.side,
                self.by,
                facts["talked"] == "yes",
                facts["feeling"],
                facts["next"],
                facts["note"],
            )
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
