from __future__ import annotations

from django import forms
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import statement
from coordination.foundation.asking import Asking
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person


class StatementForm(Asking):
    """Which year's statement goes by post."""

    year = forms.TypedChoiceField(
        label=pgettext_lazy("money", "Year"), coerce=int, widget=forms.RadioSelect(attrs={"class": "choices--two"})
    )

    def __init__(self, *args: object, person: Person, years: list[int], by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.by = person, by
        self.fields["year"].choices = [(year, str(year)) for year in years]
        self.fields["year"].initial = years[0] if years else None

    def act(self) -> Message:
        return statement.post(self.person, self.cleaned_data["year"], self.by)
