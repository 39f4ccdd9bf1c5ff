"""Step 4: the fee, who pays, and how the bill finds its way."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import price, price_words
from coordination.fees.models import PriceClass
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
        help_text=_("Write the sum here if you chose another fee, or a fee with limits. Usually 30–100 €."),
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
        is_own = order.offered_amount is not None and order.price_class_id is None
        chosen = OWN if is_own else str(order.price_class_id or "")
        return {**super().values_of(order), "price": chosen}

    def prepare(self) -> None:
        super().prepare()
        if self.order.task_type.is_assignment:
            self.drop("price", "offered_amount", "amount_reason")
            self.fields["payer"].label = _("Who pays the wages?")
        standing = price.classes_for(self.order.unit).prefetch_related("parts")
        self.classes = {str(row.pk): row for row in standing}
        if "price" in self.fields:
            named = [(key, price_words.label_in_full(row)) for key, row in self.classes.items()]
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
        of_list = self.classes.get(chosen)
        if of_list and of_list.is_range:
            self._check_limits(of_list, cleaned.get("offered_amount"))
        elif chosen != OWN:
            self.excuse("offered_amount")
        if chosen != OWN and not (of_list and of_list.amount == 0):
            self.excuse("amount_reason")
        return cleaned

    def _check_limits(self, of_list: PriceClass, amount: Decimal | None) -> None:
        if amount is not None and not price.is_between(of_list, amount):
            words = _("The fee of this class is %(limits)s. For another sum choose another fee, and tell why.")
            said = words % {"limits": price_words.sum_of(of_list)}
            self.add_error("offered_amount", forms.ValidationError(said, code="limits"))

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        chosen, amount = facts.pop("price", None), facts.pop("offered_amount", None)
        if chosen == OWN:
            facts |= {"price_class": None, "offered_amount": amount}
        elif chosen in self.classes:
            of_list = self.classes[chosen]
            facts |= {"price_class": of_list, "offered_amount": amount if of_list.is_range else None}
        return facts
