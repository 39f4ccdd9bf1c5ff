"""Choosing the list to bring in."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from coordination.foundation import sheets
from coordination.foundation.guarded import GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField
from coordination.people.models import Role, Unit, User
from experts.domain.expert_import import process
from experts.models import ExpertImport


class ImportForm(forms.Form):
    file = forms.FileField(
        label=_("Choose the list"),
        help_text=_(
            "An Excel file (.xlsx) or CSV, at most 10 MB. Columns may be in any order, with their Finnish or Swedish names."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )
    unit = UnitField(label=_("Into the register of"), queryset=Unit.objects.none())
    list_name = GuardedCharField(
        label=_("Name of the list"),
        required=False,
        max_length=80,
        readers=_("the coordinators of the branch"),
        help_text=_(
            "Rows are recognised by this name and their number. Give the same list the same name each time. Left empty, the name of the sheet is used."
        ),
    )

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        units = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        self.fields["unit"].queryset = units
        self.fields["unit"].initial = units.first()

    def clean_file(self) -> UploadedFile:
        """A file that is no list is told at once; its rows are the worker's to read."""
        file = self.cleaned_data["file"]
        try:
            self.content = sheets.look(file, file.name)
        except Refused as refusal:
            raise ValidationError(refusal.message, code=refusal.code) from None
        return file

    def save(self, by: Actor) -> ExpertImport:
        data = self.cleaned_data
        return process.begin(data["file"].name, self.content, data["unit"], by, list_name=data["list_name"])
