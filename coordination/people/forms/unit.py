from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from coordination.people.models import Unit, UnitAgreement, User

from .choices import PersonField, UnitField, coordinators_for, units_for


class UnitForm(GuardsTexts, forms.ModelForm):
    class Meta:
        model = Unit
        fields = ["names", "kind", "business_id", "cost_centre", "locality", "address", "directions"]


class NewUnitForm(UnitForm):
    parent = UnitField(queryset=None, label=_("Under"), required=True)

    field_order = ["names", "parent"]

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = units_for(user)
        # Only a superuser adds an organisation of its own; the verb says so too.
        self.fields["parent"].required = not user.is_superuser


class AgreementForm(forms.Form):
    """Who coordinates, who pays, who supervises (CM-01)."""

    coordinator = PersonField(queryset=None, label=_("Who coordinates"))
    payer = UnitField(queryset=None, label=_("Who pays the fee"))
    supervision = UnitField(queryset=None, label=_("Who arranges supervision"))
    insurer = forms.ChoiceField(
        label=_("Who insures the expert on commission?"),
        choices=UnitAgreement.Insurer.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
        help_text=_("The expert and the orderer see this. Agree on it before the first order."),
        error_messages={"required": _("Choose who insures the expert.")},
    )
    insurance = GuardedCharField(
        label=_("Which insurance, and whom to call?"),
        required=False,
        max_length=200,
        readers=_("coordinators, orderers and experts"),
    )
    terms = GuardedTextField(
        label=_("Other matters agreed"), required=False, readers=_("coordinators and finance"), max_length=2000
    )
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))
    valid_until = FinnishDateField(label=_("Until"), required=False, help_text=_("Empty: for now."))

    def __init__(self, *args: object, user: User, unit: Unit, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["coordinator"].queryset = coordinators_for(user)
        units = units_for(user)
        self.fields["payer"].queryset = self.fields["supervision"].queryset = units
        self.fields["payer"].initial = unit.pk


class PartnershipForm(forms.Form):
    owner = UnitField(queryset=None, label=_("Whose experts"))
    partner = UnitField(queryset=None, label=_("Partner organisation"))
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))
    valid_until = FinnishDateField(label=_("Until"), required=False, help_text=_("Empty: for now."))

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = units_for(user)
        self.fields["partner"].queryset = Unit.objects.filter(depth=1).active()
