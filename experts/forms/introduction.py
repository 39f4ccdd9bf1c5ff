from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.texts_form import LongTextsWidget, TextsFormField
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain import introduction
from experts.models import Introduction


class IntroductionForm(forms.Form):
    """The organisation's own words for its staff. A text that is emptied goes back to the default."""

    def __init__(self, *args: object, unit: Unit, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.unit = unit
        row = introduction.of(unit)
        for name in introduction.FIELDS:
            self.fields[name] = TextsFormField(
                label=Introduction._meta.get_field(name).verbose_name,
                help_text=_("A paragraph or a step on each line. Empty: the usual text."),
                required=False,
                initial=getattr(row, name),
                widget=LongTextsWidget(),
            )

    def save(self, by: Actor) -> Introduction:
        return introduction.keep(self.unit, by, **self.cleaned_data)
