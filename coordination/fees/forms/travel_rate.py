from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import travel_rate
from coordination.fees.models import TravelRate
from coordination.foundation.asking import Asking
from coordination.foundation.fields import EuroField, FinnishDateField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Role, Unit


class TravelRateForm(GuardsTexts, Asking):
    """A new rate from a day on. What has been is never changed: the rate before it ends the day before."""

    unit = UnitField(queryset=None, label=_("In the branch"), help_text=_("It holds in this unit and those under it."))
    kind = forms.ChoiceField(label=_("For what"), choices=TravelRate.Kind.choices)
    amount = EuroField(label=_("Amount, €"), max_value=1000)
    source = forms.CharField(label=_("Who decided, and when?"), max_length=200)
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        branches = by.user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        units = self.fields["unit"].queryset = Unit.objects.within(branches).active()
        self.fields["unit"].initial = head_of(units)

    def act(self) -> TravelRate:
        told = {**self.cleaned_data}
        return travel_rate.keep(told.pop("kind"), told.pop("amount"), self.by, **told)
