"""What keeps machines off a form that anybody may send: a box people do not see, and a moment nobody types faster than."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext_lazy as _

from .guarded import GuardsTexts

FASTEST = 3
"""Seconds: whoever sends a form sooner has not read it."""


class StreetForm(GuardsTexts, forms.Form):
    """A form of the public site. The page posts `began` and the hidden `trap` beside the fields (`street/_trap.html`)."""

    use_required_attribute = False

    trap = forms.CharField(required=False)
    began = forms.CharField(required=False, widget=forms.HiddenInput)

    @property
    def is_trapped(self) -> bool:
        """Somebody filled in the box that people do not see."""
        return bool(self.data.get("trap"))

    @property
    def begun(self) -> str:
        """When the page was first opened, signed; a form that is asked again keeps its moment."""
        said = self.data.get("began") if self.is_bound and "began" not in self.errors else ""
        return said or self._signer().sign("form")

    def clean_began(self) -> str:
        try:
            self._signer().unsign(self.cleaned_data["began"])
        except BadSignature:
            raise ValidationError(_("The page was open too long. Send the form again."), code="began") from None
        return self.cleaned_data["began"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and self._is_too_quick(cleaned["began"]):
            raise ValidationError(_("That was very quick. Look the form through and send it again."), code="quick")
        return cleaned

    def _is_too_quick(self, signed: str) -> bool:
        try:
            self._signer().unsign(signed, max_age=FASTEST)
        except BadSignature:
            return False
        return True

    def _signer(self) -> TimestampSigner:
        return TimestampSigner(salt=f"{type(self).__module__}.{type(self).__name__}")
