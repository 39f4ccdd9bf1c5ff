"""Small forms of the coordinator's expert page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.people.forms.choices import NamedField, UnitField, head_of
from coordination.people.models import Person, Role, Unit, User
from coordination.recruitment.domain.admission import Before
from experts.models import Expert

READERS = _("the coordinators of the branch; the expert may ask to see it")


class PersonChoice(NamedField):
    def label_from_instance(self, person: Person) -> str:
        return f"{person.full_name}, {person.birth_year}" if person.birth_year else person.full_name


class MoveForm(forms.Form):
    """Nothing to fill in: pressing the button is the answer."""


class NoteForm(forms.Form):
    training_year = forms.IntegerField(
        label=_("Training completed in"),
        required=False,
        min_value=1990,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    note = GuardedTextField(
        label=_("Coordinator's note"),
        required=False,
        max_length=2000,
        readers=READERS,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class AdmitForm(forms.Form):
    person = PersonChoice(label=_("Who"), queryset=Person.objects.none())
    unit = UnitField(label=_("Kept in the register of"), queryset=Unit.objects.none())
    admitted_before_on = FinnishDateField(
        label=_("Interviewed on"),
        help_text=_("For one admitted before interviews were kept here. Others come in by a recruitment."),
    )
    admitted_before = GuardedCharField(
        label=_("Who interviewed?"),
        max_length=200,
        readers=READERS,
        help_text=_("For example: Kaisa and Elina."),
    )
    joined_on = FinnishDateField(label=_("Since"), required=False, initial=clock.today)
    note = GuardedTextField(
        label=_("Coordinator's note"),
        required=False,
        max_length=2000,
        readers=READERS,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, user: User, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        taken = Expert.objects.values("person")
        self.fields["person"].queryset = Person.objects.visible_to(user).living().exclude(pk__in=taken)
        self.fields["unit"].queryset = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        self.fields["unit"].initial = head_of(self.fields["unit"].queryset)

    def facts(self) -> dict:
        """As the verb takes them."""
        told = dict(self.cleaned_data)
        told["admitted"] = Before(on=told.pop("admitted_before_on"), by_whom=told.pop("admitted_before"))
        return told
