"""Choosing a unit or a person by its name: `__str__` shows numbers, since it lands in logs."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.people.models import Person, Role, Unit, User

INDENT = "\N{EM SPACE}"


class NamedField(forms.ModelChoiceField):
    """The empty row says what to do, as a row of dashes does not."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **{"empty_label": _("Choose from the list"), **kwargs})


class UnitField(NamedField):
    """Units in the order of the tree, each indented under its own."""

    def label_from_instance(self, unit: Unit) -> str:
        return f"{INDENT * (unit.depth - 1)}{unit.names}"


class PersonField(NamedField):
    def label_from_instance(self, person: Person) -> str:
        return f"{person.full_name} ({person.title})" if person.title else person.full_name


def units_for(user: User) -> object:
    """Open units of the branches the user keeps."""
    kinds = Role.Kind
    return Unit.objects.within(user.branches(kinds.COORDINATOR, kinds.ADMIN)).active()


def coordinators_for(user: User) -> object:
    """Those who coordinate, of the persons the user keeps."""
    open_roles = Role.objects.open().filter(kind=Role.Kind.COORDINATOR)
    return Person.objects.visible_to(user).living().filter(roles__in=open_roles).distinct()


def head_of(units: QuerySet[Unit]) -> Unit | None:
    """The one unit above all the others, which is the usual choice; None where there are several."""
    top = list(units.order_by("depth", "path")[:2])
    return top[0] if top and (len(top) == 1 or top[0].depth < top[1].depth) else None
