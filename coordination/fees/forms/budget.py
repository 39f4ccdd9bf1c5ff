from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import budget
from coordination.fees.models import Budget
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import EuroField, GuardedCharField
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Role, Unit


class BudgetForm(Asking):
    """What a unit and those under it may spend in a year."""

    unit = UnitField(queryset=None, label=_("Who pays"))
    year = forms.IntegerField(label=pgettext_lazy("budget", "Year"), min_value=2020, max_value=2100)
    amount = EuroField(label=_("Amount, €"), max_value=99_999_999)
    source = GuardedCharField(label=_("Who decided, and when?"), max_length=200, required=False)

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        units = Unit.objects.within(by.user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)).active()
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = head_of(units)
        self.fields["year"].initial = clock.today().year

    def act(self) -> Budget:
        said = dict(self.cleaned_data)
        return budget.keep(said.pop("unit"), self.by, **said)
