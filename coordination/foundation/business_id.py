"""The Finnish business ID: seven digits and a check digit, "1234567-1"."""

from __future__ import annotations

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

WEIGHTS = (7, 9, 10, 5, 8, 4, 2)
_SHAPE = re.compile(r"(?:FI)?([0-9]{6,7})-?([0-9])", re.IGNORECASE)


def read(text: str) -> str:
    """The ID as it is written in full, from what people write: "FI12345671", "1234567 - 1", an old one of six digits.

    Raises `ValueError` for what is none, a mistyped check digit too.
    """
    found = _SHAPE.fullmatch("".join(text.split()).replace("\N{EN DASH}", "-"))
    if not found:
        raise ValueError("shape")
    digits = found[1].zfill(7)
    rest = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True)) % 11
    if rest == 1 or int(found[2]) != (11 - rest if rest else 0):
        raise ValueError("check digit")
    return f"{digits}-{found[2]}"


class BusinessIdField(forms.CharField):
    """Cleans to the ID as it is written in full, or to an empty text."""

    default_error_messages = {
        "invalid": _("This is not a business ID. Check the digits: for example 1234567-1."),
    }

    def __init__(self, **kwargs) -> None:
        widget = forms.TextInput(attrs={"class": "input--date", "autocomplete": "off"})
        super().__init__(**{"max_length": 20, "widget": widget, **kwargs})

    def clean(self, value) -> str:
        text = super().clean(value)
        if not text:
            return ""
        try:
            return read(text)
        except ValueError:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from None
