from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import price_keeping
from coordination.fees.models import PriceClass
from coordination.foundation.fields import EuroField, FinnishDateField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Role, Unit


class PriceForm(GuardsTexts, forms.ModelForm):
    """A class of the price list. A raise is a new class from a day, and the old one ends the day before."""

    unit = UnitField(queryset=None, label=_("In the branch"))
    amount = EuroField(label=_("Amount, €"))
    valid_from = FinnishDateField(label=_("In force from"))
    valid_until = FinnishDateField(label=_("Until"), required=False, help_text=_("Empty: for now."))

    class Meta:
        model = PriceClass
        fields = ["unit", "code", "names", "per", "amount", "includes", "valid_from", "valid_until"]

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        branches = by.user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        self.fields["unit"].queryset = Unit.objects.within(branches).active()
        self.fields["unit"].initial = head_of(self.fields["unit"].queryset)

    def save(self, commit: bool = True) -> PriceClass:
        """Raises `Refused`, see the verb."""
        return price_keeping.write(self.instance, self.by)
