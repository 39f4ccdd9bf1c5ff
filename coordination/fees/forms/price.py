"""A class of the price list, what a package consists of, and a list copied to a new first day."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import price_keeping, price_words
from coordination.fees.models import PackagePart, PriceClass
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import CommaField, EuroField, FinnishDateField
from coordination.foundation.guarded import GuardsTexts
from coordination.foundation.refused import Refused
from coordination.foundation.texts_form import TextsFormField
from coordination.people.actor import Actor
from coordination.people.forms.choices import NamedField, UnitField, head_of
from coordination.people.models import Role, Unit

KEEPERS = (Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)


class PriceForm(GuardsTexts, forms.ModelForm):
    """A class of the price list. A raise is a new class from a day, and the old one ends the day before."""

    unit = UnitField(queryset=None, label=_("In the branch"))
    amount = EuroField(
        label=_("Amount, €"), required=False, help_text=_("A package comes to what its parts do: leave it empty.")
    )
    amount_most = EuroField(
        label=_("At most, €"),
        required=False,
        help_text=_("Only for a class with limits: the one who orders names a sum between them."),
    )
    valid_from = FinnishDateField(label=_("In force from"))
    valid_until = FinnishDateField(label=_("Until"), required=False, help_text=_("Empty: for now."))

    class Meta:
        model = PriceClass
        fields = [
            "unit", "code", "names", "per", "amount", "amount_most", "has_preparation", "has_debrief", "pays_travel_time",
            "includes", "valid_from", "valid_until",
        ]  # fmt: skip

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["unit"].queryset = Unit.objects.within(by.user.branches(*KEEPERS)).active()
        self.fields["unit"].initial = head_of(self.fields["unit"].queryset)
        self.fields["includes"].label = _("What else it includes")

    def clean(self) -> dict:
        data = super().clean()
        if data.get("amount") is None and "amount" not in self.errors:
            if data.get("per") != PriceClass.Per.PACKAGE:
                self.add_error("amount", forms.ValidationError(_("Write the sum in euros."), code="required"))
            else:
                data["amount"] = self.instance.amount or Decimal(0)
        return data

    def save(self, commit: bool = True) -> PriceClass:
        """Raises `Refused`, see the verb."""
        return price_keeping.write(self.instance, self.by)


class ClassField(NamedField):
    def label_from_instance(self, row: PriceClass) -> str:
        return f"{row.code} {price_words.label(row)}"


class PartForm(GuardsTexts, Asking):
    """One more thing a package consists of."""

    what = TextsFormField(label=pgettext_lazy("package", "What is done"))
    price_class = ClassField(queryset=None, label=_("Paid by the class"))
    minutes = forms.IntegerField(
        label=_("How many minutes?"),
        min_value=1,
        max_value=10000,
        initial=60,
        widget=forms.TextInput(attrs={"class": "input--short", "inputmode": "numeric"}),
    )

    def __init__(self, *args: object, package: PriceClass, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.package, self.by = package, by
        rows = PriceClass.objects.in_force(max(package.valid_from, clock.today())).for_unit(package.unit)
        self.fields["price_class"].queryset = rows.exclude(per=PriceClass.Per.PACKAGE).order_by("code")

    def act(self) -> PackagePart:
        return price_keeping.add_part(self.package, self.by, **self.cleaned_data)


class CopyForm(Asking):
    """A whole list from a new day on, raised by a percentage; the plan is shown before it is done."""

    unit = UnitField(queryset=None, label=_("In the branch"))
    first_day = FinnishDateField(label=_("The new list begins on"), help_text=_("For example 1.1. of next year."))
    percent = CommaField(
        label=_("Raise, %"),
        max_digits=5,
        decimal_places=2,
        help_text=_("For example 2,5. Each sum is rounded once, half up."),
    )

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        units = self.fields["unit"].queryset = Unit.objects.within(by.user.branches(*KEEPERS)).active()
        self.fields["unit"].initial = head_of(units)

    def clean(self) -> dict:
        data = super().clean()
        self.planned: list[price_keeping.Raise] = []
        if not self.errors:
            try:
                self.planned = price_keeping.raises(data["unit"], data["first_day"], data["percent"])
            except Refused as refusal:
                refusal.as_form_error(self)
        return data

    def act(self) -> int:
        data = self.cleaned_data
        return price_keeping.copy(data["unit"], data["first_day"], data["percent"], self.by)
