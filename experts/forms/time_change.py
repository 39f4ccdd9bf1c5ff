"""Another time for a meeting: the day and when it begins; the end follows, since the length stays."""

from __future__ import annotations

from datetime import UTC, datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import time_change as verbs
from experts.models import RequestedTime, TimeChange


class ProposeForm(forms.Form):
    day = FinnishDateField(label=_("New day"))
    start = ClockField(label=_("It begins at"), help_text=_("The length stays as it was agreed."))

    def __init__(self, *args: object, time: RequestedTime, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.time, self.by = time, by
        begins = clock.local(time.starts_at)
        self.initial = {"day": begins.date(), "start": begins.time(), **self.initial}

    def span(self) -> tuple[datetime, datetime]:
        """Aware times on the Finnish clock; the length is elapsed time, also over the night the clocks move."""
        starts = datetime.combine(self.cleaned_data["day"], self.cleaned_data["start"], clock.HELSINKI)
        return starts, (starts.astimezone(UTC) + (self.time.ends_at - self.time.starts_at)).astimezone(clock.HELSINKI)

    def save(self) -> TimeChange | None:
        """Ask the others; None when the domain refused, the reason then stands on the form."""
        try:
            return verbs.propose(self.time, *self.span(), self.by)
        except Refused as refusal:
            refusal.as_form_error(self)
            return None


class AnswerForm(forms.Form):
    """An answer told on the phone."""

    answer = forms.ChoiceField(
        label=_("Does the new time suit?"),
        choices=[("yes", _("Yes, it suits")), ("no", _("No, the old time stays"))],
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose yes or no.")},
    )

    def suits(self) -> bool:
        return self.cleaned_data["answer"] == "yes"
