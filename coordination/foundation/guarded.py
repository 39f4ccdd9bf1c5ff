"""Form fields for people's own words: they tell who will read them and stop identity codes."""

from django import forms
from django.core.exceptions import ValidationError

from . import identity_code


class Guarded:
    """A text field that refuses a personal identity code (L-04).

    `readers` is a lazy text that says who will read what is written here; the field's template
    shows it. What was typed stays in the bound form and goes nowhere else.
    """

    def __init__(self, *args, readers="", **kwargs):
        self.readers = readers
        super().__init__(*args, **kwargs)

    def clean(self, value):
        text = super().clean(value)
        if identity_code.find(text):
            raise ValidationError(identity_code.MESSAGE, code=identity_code.CODE)
        return text


class GuardedCharField(Guarded, forms.CharField):
    """One line of free text."""


class GuardedTextField(Guarded, forms.CharField):
    """Free text of many lines."""

    widget = forms.Textarea
