"""How something taken on went."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.calendar.models import Action
from coordination.foundation.fields import GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import action as verbs


class EndForm(forms.Form):
    note = GuardedCharField(label=_("How it went, in a few words"), required=False, max_length=300)

    def save(self, action: Action, by: Actor, act: str) -> bool:
        """Do what was pressed: done, dropped, opened again. False when the domain refused: the reason stands on the form."""
        note = self.cleaned_data["note"]
        try:
            if act == "drop":
                verbs.drop(action, by, note=note)
            elif act == "reopen":
                verbs.reopen(action, by)
            else:
                verbs.finish(action, by, note=note)
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
