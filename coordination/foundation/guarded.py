"""Form fields for people's own words: they tell who will read them and stop identity codes."""

import re
from collections.abc import Iterable

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from . import identity_code

_APART = " | "


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


class NameField(GuardedCharField):
    """A name that a stranger writes. A mail greets by it, so no address of a site travels in our name to somebody else."""

    _ADDRESS = re.compile(r"[@/\\:]|www\.|[^\W\d_]{2}\.[a-z]{2}", re.IGNORECASE)

    def clean(self, value):
        text = super().clean(value)
        if self._ADDRESS.search(text):
            raise ValidationError(_("Write only the name here."), code="name")
        return text


class GuardedTextField(Guarded, forms.CharField):
    """Free text of many lines."""

    widget = forms.Textarea


class GuardsTexts:
    """For a form made from a model, or whose fields somebody else made: every text of it is guarded."""

    def clean(self):
        cleaned = super().clean()
        for name, value in list(self.cleaned_data.items()):
            if identity_code.find(_words(value)):
                self.add_error(name, ValidationError(identity_code.MESSAGE, code=identity_code.CODE))
        return cleaned


def _words(value: object) -> str:
    """What is written in a cleaned value, however deep: a text, texts in languages, the blocks of a page."""
    if isinstance(value, str):
        return strip_tags(value)
    if hasattr(value, "get_prep_value"):
        value = value.get_prep_value()
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, Iterable) and not isinstance(value, (bytes, QuerySet, UploadedFile)):
        return _APART.join(_words(part) for part in value)
    return ""
