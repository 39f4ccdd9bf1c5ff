"""How one wishes each group of notices to come."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.messaging.domain import notice as verbs
from coordination.messaging.domain.kind import Notice
from coordination.messaging.models import NoticePace
from coordination.people.actor import Actor
from coordination.people.models import Person


class NoticeForm(forms.Form):
    """One choice a group. Service messages are not here: they always come."""

    def __init__(self, *args: object, person: Person, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        paces = verbs.paces(person)
        for group in verbs.groups_for(person):
            self.fields[group] = forms.ChoiceField(
                label=Notice(group).label,
                choices=NoticePace.Pace.choices,
                initial=paces[group],
                widget=forms.RadioSelect(attrs={"class": "choices--two"}),
                error_messages={"required": _("Choose one.")},
            )

    def save(self, by: Actor) -> list[str]:
        """Raises `Refused`."""
        return verbs.choose(self.person, by, self.cleaned_data)
