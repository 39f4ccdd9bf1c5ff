"""Somebody came to the door without registering."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from coordination.events.domain import door
from coordination.events.models import Event, Registration
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.people.actor import Actor


class WalkInForm(GuardsTexts, Asking):
    """A first name is enough; an address only of one who wants to hear of later events."""

    first_name = GuardedCharField(
        label=_("First name"), max_length=80, error_messages={"required": _("Write at least a first name.")}
    )
    last_name = GuardedCharField(label=_("Last name"), max_length=80, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("Only if they want to hear from us."))

    def __init__(self, *args: object, event: Event, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.by = event, by

    def clean_email(self) -> str:
        written = self.cleaned_data["email"]
        known = self.event.registrations.filter(person__email__iexact=written).select_related("person").first()
        if written and known:
            raise ValidationError(
                _("%(name)s is on the list with this address: mark them there.") % {"name": known.person.full_name},
                code="known",
            )
        return written

    def act(self) -> Registration:
        return door.walk_in(self.event, self.by, **self.cleaned_data)
