from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import FinnishDateField
from coordination.people.models import Role, User

from .choices import UnitField, units_for


class RoleForm(forms.Form):
    """The kinds on offer are those the user may grant somewhere; the verb asks again for the branch chosen."""

    kind = forms.ChoiceField(label=pgettext_lazy("role", "Role"), widget=forms.RadioSelect)
    unit = UnitField(
        queryset=None, label=_("In the branch"), help_text=_("The role holds in this unit and those under it.")
    )
    starts_on = FinnishDateField(label=_("From"), required=False, help_text=_("Empty: from today."))
    ends_on = FinnishDateField(label=_("Until"), required=False, help_text=_("The last day. Empty: for now."))

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        kinds = Role.Kind.choices if user.has_role(Role.Kind.ADMIN) else [(Role.Kind.STAFF, Role.Kind.STAFF.label)]
        self.fields["kind"].choices = kinds
        self.fields["unit"].queryset = units_for(user)


class EndRoleForm(forms.Form):
    last_day = FinnishDateField(label=_("Last day"), required=False, help_text=_("Empty: the role ends now."))
