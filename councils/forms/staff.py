"""Forms of those who run a council."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField, GuardedCharField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.forms.choices import PersonField
from coordination.people.models import Person, Role, User
from councils.models import Council, Staff
from councils.permissions import council as permissions

NEW = ("first_name", "last_name", "email")


class DutyForm(forms.Form):
    """What a leader does in the council."""

    duty = forms.ChoiceField(
        label=pgettext_lazy("council staff", "Task"), choices=Staff.Duty.choices, widget=forms.RadioSelect
    )
    is_social_worker = forms.BooleanField(label=_("Social worker"), required=False)


class AddStaffForm(GuardsTexts, DutyForm):
    """Somebody from the list, or an employee nobody has written down yet. Only a coordinator brings in new ones."""

    person = PersonField(label=_("Who"), queryset=Person.objects.none(), required=False)
    is_responsible = forms.BooleanField(
        label=_("Responsible person"), required=False, help_text=_("One at a time: the earlier one gives it up.")
    )
    first_name = GuardedCharField(label=_("First name"), required=False, max_length=80)
    last_name = GuardedCharField(label=_("Last name"), required=False, max_length=80)
    title = GuardedCharField(label=_("Job title"), required=False, max_length=80)
    email = forms.EmailField(label=_("E-mail"), required=False)
    phone = GuardedCharField(label=_("Phone"), required=False, max_length=40)
    field_order = ["person", *NEW[:2], "title", "email", "phone", "duty", "is_social_worker", "is_responsible"]

    def __init__(self, *args: object, council: Council, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.may_write = permissions.coordinates(user, council)
        self.fields["person"].queryset = _employees(council, self.may_write)
        if not self.may_write:
            self.fields["person"].required = True
            self.fields["person"].help_text = _("Somebody else? Your coordinator adds them.")
            for name in (*NEW, "title", "phone"):
                del self.fields[name]
        else:
            self.fields["person"].help_text = _("Or leave this empty and write a new employee below.")

    def clean(self) -> dict:
        cleaned = super().clean()
        if self.may_write and not cleaned.get("person"):
            for name in NEW:
                if not cleaned.get(name) and name not in self.errors:
                    wrong = _("Choose somebody from the list, or write the name and e-mail of a new employee.")
                    self.add_error(name, ValidationError(wrong, code="required"))
        return cleaned


class HoursForm(forms.Form):
    """The hours of a month: 7–8 a month is usual (CC-25)."""

    month = FinnishDateField(label=_("Month"), initial=clock.today, help_text=_("Any day of the month."))
    planned = forms.DecimalField(
        label=_("Planned, h"),
        initial=8,
        min_value=0,
        max_value=Decimal(200),
        max_digits=5,
        decimal_places=1,
        localize=True,
    )
    actual = forms.DecimalField(
        label=_("Done, h"),
        required=False,
        min_value=0,
        max_value=Decimal(200),
        max_digits=5,
        decimal_places=1,
        localize=True,
    )


def _employees(council: Council, is_coordinator: bool) -> object:
    """Those with a role near the council: for a leader, only those who lead councils already."""
    near = Q(unit__path__in=council.unit.paths_up())
    roles = Role.objects.open().filter(kind=Role.Kind.LEADER)
    if is_coordinator:
        near |= Q(unit__path__startswith=council.unit.organisation().path)
        roles = Role.objects.open().filter(kind__in=[Role.Kind.LEADER, Role.Kind.STAFF, Role.Kind.COORDINATOR])
    already = council.staff.open().values("person")
    people = Person.objects.living().filter(pk__in=roles.filter(near).values("person"), user__isnull=False)
    return people.exclude(pk__in=already)
