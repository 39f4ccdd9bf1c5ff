"""Whether the meeting took place, as its orderer tells."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import booking as verbs
from experts.models import Booking


class OutcomeForm(forms.Form):
    held = forms.ChoiceField(
        label=_("Did the meeting take place?"),
        choices=[("yes", _("Yes, it did")), ("no", _("No, it did not"))],
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose yes or no.")},
    )
    reason = GuardedCharField(
        label=_("If not, why?"),
        help_text=_("One sentence. Do not write about the client."),
        required=False,
        max_length=300,
        readers=_("the coordinator and the expert"),
    )

    def __init__(self, *args: object, booking: Booking, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.booking, self.by = booking, by

    def save(self) -> bool:
        try:
            if self.cleaned_data["held"] == "yes":
                verbs.mark_held(self.booking, self.by)
            else:
                verbs.mark_not_held(self.booking, self.by, self.cleaned_data["reason"])
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
