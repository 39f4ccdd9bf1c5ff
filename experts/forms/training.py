"""A training from elsewhere or from before, written down."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from experts.domain import training
from experts.models import Expert, Mark, Training

from .training_group import hours_fields

READERS = _("the expert and the coordinators")


class ElsewhereForm(Asking):
    name = GuardedCharField(label=_("Name of the training"), max_length=160, readers=READERS)
    provider = GuardedCharField(label=_("Who arranged it"), max_length=160, readers=READERS)
    completed_year = forms.IntegerField(
        label=_("Completed in"), widget=forms.TextInput(attrs={"class": "input--short", "inputmode": "numeric"})
    )
    marks = forms.MultipleChoiceField(
        label=_("What it held"),
        choices=Mark.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )

    def __init__(self, *args: object, expert: Expert, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expert, self.by = expert, by
        self.fields |= hours_fields()

    def act(self) -> Training:
        return training.write_down(self.expert, self.by, **self.cleaned_data)
