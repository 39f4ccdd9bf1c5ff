"""Step 4: the fee, who pays, and how the bill finds its way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import price
from coordination.foundation import formats
from coordination.foundation.fields import EuroField
from coordination.foundation.guarded import GuardedCharField
from coordination.people.models import Unit
from experts.models import BookingRequest

from .booking_request import BOTH_READ, COORDINATOR_READS, StepForm

OWN = "own"


class PayerStep(StepForm):
    price = forms.ChoiceField(
        label=_("What fee do you offer?"),
        help_text=_("The fee is for each expert. Travel costs are paid on top of it."),
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose the fee.")},
    )
    offered_amount = EuroField(
        label=_("Another fee, €"),
        help_text=_("Write the sum here if you chose another fee. Usually 30–100 €."),
        max_value=Decimal("99999.99"),
        error_messages={"required": _("Write the sum, for example 50 or 50,00.")},
    )
    amount_reason = GuardedCharField(
        label=_("Why another fee?"),
        help_text=_("Needed for a fee of your own, and for a fee of zero."),
        readers=BOTH_READ,
        error_messages={"required": _("Tell why: a fee of your own, and a fee of zero, needs a reason.")},
        max_length=300,
    )
    payer = forms.ModelChoiceField(Unit.objects.none(), label=_("Who pays?"), empty_label=None)
    cost_centre = GuardedCharField(label=_("Cost centre"), readers=COORDINATOR_READS, required=False, max_length=40)
    reference = GuardedCharField(
        label=pgettext_lazy("order", "Reference"), readers=COORDINATOR_READS, required=False, max_length=60
    )

    def values_of(self, order: BookingRequest) -> dict[str, Any]:
        chosen = OWN if order.offered_amount is not None else str(order.price_class_id or "")
        return {**super().values_of(order), "price": chosen}

    def prepare(self) -> None:
        super().prepare()
        if self.order.task_type.is_assignment:
            self.drop("price", "offered_amount", "amount_reason")
            self.fields["payer"].label = _("Who pays the wages?")
        self.classes = {str(row.pk): row for row in price.classes_for(self.order.unit)}
        named = [(key, _class_name(row)) for key, row in self.classes.items()]
        if "price" in self.fields:
            self.fields["price"].choices = [*named, (OWN, _("Another fee"))]
        self.fields["payer"].queryset = self._payers()

    def _payers(self):
        """The unit, those above it, and whoever the agreement says."""
        unit, agreed = self.order.unit, self.order.payer_id
        near = Unit.objects.filter(path__in=unit.paths_up())
        return (near | Unit.objects.filter(pk=agreed)).order_by("path")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen = cleaned.get("price")
        if chosen != OWN:
            self.excuse("offered_amount")
        if chosen != OWN and not (chosen in self.classes and self.classes[chosen].amount == 0):
            self.excuse("amount_reason")
        return cleaned

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        chosen, amount = facts.pop("price", None), facts.pop("offered_amount", None)
        if chosen == OWN:
            facts |= {"price_class": None, "offered_amount": amount}
        elif chosen in self.classes:
            facts |= {"price_class": self.classes[chosen], "offered_amount": None}
        return facts


def _class_name(row) -> str:
    return f"{row.names}, {formats.euros(row.amount)} / {row.get_per_display()}"
