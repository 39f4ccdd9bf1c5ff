"""A form that presses one verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db import transaction

from .refused import Refused


class Asking(forms.Form):
    """`save` calls the verb in `act`; False when the domain refused: the reason then stands on the form.

    Where `act` calls several verbs, all of them are done or none.
    """

    made: Any = None
    """What the verb gave back."""
    told: str = ""
    """What is told once it is done; a property where it tells of `made`."""
    remarks: Sequence[str] = ()
    """What is good to know besides."""

    def save(self) -> bool:
        try:
            with transaction.atomic():
                self.made = self.act()
        except Refused as refusal:
            self.refuse(refusal)
            return False
        return True

    def act(self) -> object:
        """Calls the verb with what was written."""
        raise NotImplementedError

    def refuse(self, refusal: Refused) -> None:
        """Where the verb's word stands: beside its box, or above the form."""
        refusal.as_form_error(self)
