from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import payroll
from coordination.fees.models import Fee, PayCode, PayeeNumber
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField, GuardedCharField
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Person, Role, Unit


class OfPayroll(Asking):
    """A form about the payroll of one of the user's branches."""

    unit = UnitField(queryset=None, label=_("In the branch"))

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        units = Unit.objects.within(by.user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)).active()
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = head_of(units)


class CodeForm(OfPayroll):
    """A code of the income register for a kind of fee, or for one price class of it."""

    kind = forms.ChoiceField(label=pgettext_lazy("ledger", "Kind"), choices=Fee.Kind.choices[:2])
    price_code = GuardedCharField(
        label=_("Only the price class"), max_length=10, required=False, help_text=_("Empty: every class.")
    )
    income_type = GuardedCharField(label=_("Income type"), max_length=20, required=False)
    reimbursement = GuardedCharField(label=_("Type of reimbursement"), max_length=20, required=False)
    source = GuardedCharField(
        label=_("Source"),
        max_length=200,
        help_text=_("Whose list, of which day: for example the Income Register, 1 January 2026."),
    )
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))

    def act(self) -> PayCode:
        said = dict(self.cleaned_data)
        return payroll.keep_code(said.pop("unit"), self.by, **said)


class NumberForm(Asking):
    """By which number payroll knows a payee."""

    number = GuardedCharField(
        label=_("Number in payroll"),
        max_length=20,
        required=False,
        help_text=_("Payroll’s own number, never an identity code. Empty: there is none."),
    )

    def __init__(self, *args: object, person: Person, unit: Unit, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.person, self.unit, self.by = person, unit, by

    def act(self) -> PayeeNumber | None:
        return payroll.number(self.person, self.by, number=self.cleaned_data["number"], unit=self.unit)
