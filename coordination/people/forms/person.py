from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.people.models import Person, User
from coordination.people.permissions import branch

from .channel import ChoosesChannel
from .choices import UnitField, head_of, units_for

HIDDEN_WHEN_PROTECTED = ("street", "postcode", "town", "phone")


class PersonForm(ChoosesChannel, GuardsTexts, forms.ModelForm):
    """A keeper's form. A protected address is left out for whoever may not see it, so it cannot be blanked either."""

    unit = UnitField(queryset=None, label=_("Kept by"), help_text=_("The unit that keeps this person's data."))
    needs = GuardedCharField(
        label=_("What to take into account"), readers=_("coordinators"), required=False, max_length=300
    )
    language = forms.ChoiceField(label=_("Language of messages"), choices=settings.LANGUAGES)

    class Meta:
        model = Person
        fields = [
            "first_name",
            "last_name",
            "title",
            "unit",
            "birth_year",
            "email",
            "phone",
            "street",
            "postcode",
            "town",
            "language",
            "channel",
            "format",
            "needs",
            "protected_address",
        ]

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_for(user)
        self.fields["unit"].initial = head_of(units_for(user))
        if self.instance.pk and not branch.may_see_address(user, self.instance):
            for name in (*HIDDEN_WHEN_PROTECTED, "protected_address"):
                del self.fields[name]
