"""Signing, noting a signature on paper, wording a new version."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock, formats
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardsTexts
from coordination.foundation.keys import ticked
from coordination.foundation.texts_form import LongTextsWidget, TextsFormField
from coordination.people.actor import Actor
from coordination.people.forms.choices import NamedField, UnitField
from coordination.people.models import Role, Unit, User
from experts.domain import contract, contract_scan, contract_template
from experts.models import Contract, ContractTemplate, Expert


class SignForm(Asking):
    """One tick and one press, after the text. The page posts `shown`: which words stood on it."""

    agreed = forms.BooleanField(
        label=_("I have read the text and agree to it"),
        error_messages={"required": _("Tick that you have read the text and agree to it.")},
    )

    def __init__(self, *args: object, row: Contract, by: Actor, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.row, self.by, self.language = row, by, language

    def act(self) -> Contract:
        said = {"agreed": self.cleaned_data["agreed"], "language": self.language, "shown": self._shown()}
        return contract.sign(self.row, self.by, **said)

    def _shown(self) -> int:
        return next(iter(ticked(self.data.getlist("shown"))), 0)


class TemplateField(NamedField):
    def label_from_instance(self, row: ContractTemplate) -> str:
        words = _("%(title)s, version %(number)s, from %(day)s")
        return words % {"title": row.titles, "number": row.version, "day": formats.day(row.valid_from)}


class PaperForm(Asking):
    signed_on = FinnishDateField(label=_("On which day was it signed?"))
    template = TemplateField(queryset=None, label=_("Which text was signed?"))
    scan = forms.FileField(
        label=_("A scan of the signed paper"),
        required=False,
        help_text=_(
            "Not needed. A PDF or a photo, at most 10 MB. Only the expert and the coordinators of the unit can open it."
        ),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,application/pdf"}),
    )

    def __init__(self, *args: object, expert: Expert, kind: str, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.expert, self.kind, self.by = expert, kind, by
        newest = contract_template.current(expert.unit, kind)
        self.fields["template"].queryset = self._texts()
        self.fields["template"].initial = newest.pk
        # Before anything has been signed there is one text, ours, and nothing to choose from.
        if newest.pk is None:
            self.fields.pop("template")
        self.fields["signed_on"].initial = clock.today()

    def _texts(self) -> QuerySet[ContractTemplate]:
        rows = ContractTemplate.objects.filter(kind=self.kind, unit__path__in=self.expert.unit.paths_up())
        return rows.order_by("-valid_from", "-version")

    def act(self) -> Contract:
        said = dict(self.cleaned_data)
        upload = said.pop("scan")
        # Of a too large file only so much is read that the verb sees it is too large.
        content = upload.read(contract_scan.LARGEST + 1) if upload else None
        return contract.note_signed(self.expert, self.kind, self.by, scan=content, **said)


class WordingForm(GuardsTexts, Asking):
    """A new version begins from the words in force."""

    unit = UnitField(queryset=None, label=_("In the branch"))
    titles = TextsFormField(label=pgettext_lazy("contract", "Heading"))
    bodies = TextsFormField(
        label=pgettext_lazy("contract", "Text"),
        widget=LongTextsWidget,
        help_text=_(
            "Begin by what it means, in three sentences. A line that begins with # and a space is a heading. "
            "The names of both sides stand above the text by themselves."
        ),
    )
    valid_from = FinnishDateField(label=_("In force from"), help_text=_("Those signed already stay as they are."))
    valid_months = forms.IntegerField(
        label=_("A signature is good for, months"),
        required=False,
        min_value=1,
        max_value=600,
        help_text=_("Empty: until it is ended."),
        widget=forms.TextInput(attrs={"class": "input--short", "inputmode": "numeric"}),
    )

    def __init__(self, *args: object, user: User, base: ContractTemplate, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.kind = user, base.kind
        units = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        self.fields["unit"].queryset = units
        self.initial |= {name: getattr(base, name) for name in ("unit", "titles", "bodies", "valid_months")}
        self.initial["valid_from"] = clock.today()

    def act(self) -> ContractTemplate:
        said = dict(self.cleaned_data)
        return contract_template.word(said.pop("unit"), self.kind, Actor.of(self.user), **said)
