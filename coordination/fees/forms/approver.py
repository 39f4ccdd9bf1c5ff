from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import approver
from coordination.fees.models import Approver
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField, GuardedCharField
from coordination.people.actor import Actor
from coordination.people.forms.choices import PersonField, UnitField, head_of
from coordination.people.models import Person, Role, Unit


class ApproverForm(Asking):
    """Who approves what a unit pays, and who steps in."""

    unit = UnitField(
        queryset=None,
        label=_("Approves what this unit pays"),
        help_text=_("And the units under it, unless they have an approver of their own."),
    )
    person = PersonField(queryset=None, label=_("Approver"))
    deputy = PersonField(queryset=None, label=_("Deputy"), required=False)
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))
    source = GuardedCharField(label=_("Who decided, and when?"), max_length=200, required=False)

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        units = Unit.objects.within(by.user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)).active()
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = head_of(units)
        people = workers(units)
        self.fields["person"].queryset = people
        self.fields["deputy"].queryset = people

    def act(self) -> Approver:
        return approver.keep(by=self.by, **self.cleaned_data)


def workers(units: object) -> object:
    """Those who hold a role in the branch, with an account: payees alone do not stand here."""
    paths = {path[: Unit.steplen] for path in units.values_list("path", flat=True)}
    inside = Role.objects.open().filter(Unit.path_condition(paths, "unit__"))
    return Person.objects.living().filter(roles__in=inside, user__isnull=False).distinct()
