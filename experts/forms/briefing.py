from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import briefing as verbs
from experts.models import Booking


class BriefingForm(forms.Form):
    """The day alone: what was said is written nowhere (CM-09)."""

    done_on = FinnishDateField(
        label=_("On which day did you talk?"),
        help_text=_("Only the day is kept. What you talked about is not written anywhere."),
        error_messages={"required": _("Write the day of the talk: today or earlier.")},
    )

    def __init__(self, *args: object, booking: Booking, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.booking, self.by = booking, by
        self.fields["done_on"].initial = clock.today()

    def save(self) -> bool:
        try:
            verbs.tell(self.booking, self.by, self.cleaned_data["done_on"])
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
