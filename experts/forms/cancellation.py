"""Cancelling: a reason from the list, words if one wishes, and the seal of the consequence that was shown."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import GuardedCharField
from coordination.foundation.refused import Refused
from experts.domain.cancellation import Outcome
from experts.models import CancelReason

Verb = Callable[..., object]


class SealedForm(forms.Form):
    """Shows an outcome, and acts only on the outcome that was shown: when it has changed, it is shown anew."""

    seen = GuardedCharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: object, outcome: Callable[[], Outcome], verb: Verb, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self._outcome, self.verb = outcome, verb
        self.look_again()

    def look_again(self) -> None:
        """Put what would happen now before the reader; what was posted stays to be judged."""
        self.outcome = self._outcome()
        self.initial["seen"] = self.outcome.seal

    def facts(self) -> dict[str, str]:
        return {"seen": self.cleaned_data["seen"]}

    def save(self) -> bool:
        """Act; False when the domain refused, the reason then stands on the form with the consequence as it is now."""
        try:
            self.verb(**self.facts())
        except Refused as refusal:
            refusal.as_form_error(self)
            self.look_again()
            self.data = self.data.copy()
            self.data[self.add_prefix("seen")] = self.outcome.seal
            return False
        return True


class CancelForm(SealedForm):
    """Why it is cancelled: the list knows nobody's health."""

    code = forms.ChoiceField(
        label=_("Why is it cancelled?"),
        choices=[(value, capfirst(label)) for value, label in CancelReason.choices if value != CancelReason.PERMISSION],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose what comes closest.")},
    )
    reason = GuardedCharField(
        label=_("Is there something the coordinator should know?"),
        help_text=_("One sentence. Do not write anything about the client."),
        readers=_("the coordinator"),
        required=False,
        max_length=200,
    )

    def facts(self) -> dict[str, str]:
        return {**super().facts(), "code": self.cleaned_data["code"], "reason": self.cleaned_data["reason"]}


class CannotComeForm(SealedForm):
    """The expert cancels: no reason is asked, so there is nothing to write."""


class OnBehalfForm(CancelForm):
    """The coordinator cancels a booking: for the orderer's side or the office, or for the expert who called."""

    ORDERER, EXPERT = "orderer", "expert"

    whose = forms.ChoiceField(
        label=_("Who cancels?"),
        choices=[(ORDERER, _("The orderer, or the office")), (EXPERT, _("The expert"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose who cancels: the fee depends on it.")},
    )

    field_order = ["whose", "code", "reason", "seen"]

    def facts(self) -> dict[str, str]:
        return {**super().facts(), "whose": self.cleaned_data["whose"]}
