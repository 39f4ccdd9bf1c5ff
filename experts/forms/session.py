"""Several sessions told held at once."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import session as verbs
from experts.models import Booking, session_words


class HeldForm(forms.Form):
    """The times that are over, each with a tick; all are ticked to begin with."""

    sessions = forms.MultipleChoiceField(
        label=_("Which of these were held?"),
        help_text=_("Untick a time that was not held, and tell of it by itself."),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
        error_messages={"required": _("Tick at least one time that was held.")},
    )

    def __init__(self, *args: object, booking: Booking, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.over = {str(session.pk): session for session in verbs.over_of(booking)}
        self.fields["sessions"].choices = [
            (key, words) for key, session in self.over.items() for words in session_words.listed([session])
        ]
        self.initial.setdefault("sessions", list(self.over))

    @property
    def is_needed(self) -> bool:
        """With one time over the plain question is enough."""
        return len(self.over) > 1

    def save(self) -> bool:
        try:
            verbs.mark_all_held([self.over[key] for key in self.cleaned_data["sessions"]], self.by)
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
