"""The seat one of the chosen gets: what stands in the list beside each name."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from councils.models import Council, Membership

from .membership import MemberField

Kind = Membership.Kind


class SeatForm(forms.Form):
    """The role, and for a personal substitute whose."""

    kind = forms.ChoiceField(label=pgettext_lazy("membership", "Role"), choices=Kind.choices, initial=Kind.MEMBER)
    substitute_for = MemberField(
        label=_("Substitute for"),
        queryset=Membership.objects.none(),
        required=False,
        empty_label=_("nobody in particular"),
    )

    def __init__(self, *args: object, council: Council, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["substitute_for"].queryset = council.memberships.seated().select_related("person")

    def facts(self) -> dict:
        """As the verb takes them."""
        told = self.cleaned_data
        is_substitute = told["kind"] == Kind.SUBSTITUTE
        return {"kind": told["kind"], "substitute_for": told["substitute_for"] if is_substitute else None}
