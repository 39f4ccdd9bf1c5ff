"""Choosing many on one page: a box a person, or one choice for all who are ticked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django import forms
from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.recruitment.domain import choice as verbs
from coordination.recruitment.domain import selection_list
from coordination.recruitment.domain.selection_list import Row
from coordination.recruitment.models import Applicant, Campaign

Choice = Applicant.Choice
NONE = ("", pgettext_lazy("selection", "no choice yet"))


def options(open_to: Iterable[str]) -> list:
    """The boxes' choices: a reason goes with not chosen, so that nobody is turned away without one."""
    named = [(value, label) for value, label in Choice.choices if value in open_to and value != Choice.NOT_CHOSEN]
    no = Choice.NOT_CHOSEN
    reasons = [(f"{no}:{value}", format_lazy("{}: {}", no.label, label)) for value, label in Applicant.Reason.choices]
    return [NONE, *named, *(reasons if no in open_to else [])]


def written(applicant: Applicant) -> str:
    """The applicant's choice as a box holds it."""
    is_no = applicant.choice == Choice.NOT_CHOSEN
    return f"{applicant.choice}:{applicant.reason}" if is_no else applicant.choice


class Chooses(Asking):
    """What both ways share: until when somebody in reserve is kept in mind."""

    keep_until = FinnishDateField(
        label=_("In reserve and later: kept in mind until"),
        required=False,
        help_text=_("Agree on the day with the person. Empty: the organisation's usual time."),
    )

    def __init__(self, *args: object, campaign: Campaign, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by = campaign, by

    def choose(self, rows: list[Applicant], value: str) -> int:
        if not value:
            return verbs.take_back(self.campaign, rows, self.by)
        choice, __, reason = value.partition(":")
        day = self.cleaned_data["keep_until"] if choice in verbs.WAITS else None
        return verbs.choose(self.campaign, rows, self.by, choice, reason=reason, keep_until=day)


class RowsForm(Chooses):
    """A box for each person on the page. Only what was changed here is saved: another's choice is not written over."""

    def __init__(self, *args: object, rows: Iterable[Row], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {row.applicant.pk: row for row in rows}
        for key, row in self.rows.items():
            self.fields[f"row-{key}"] = forms.ChoiceField(
                choices=options({*row.open_to, row.applicant.choice}),
                required=False,
                initial=written(row.applicant),
                widget=self._widget(row),
                error_messages={"invalid_choice": _("This choice is not open any more. Open the page again.")},
            )
            self.fields[f"was-{key}"] = forms.CharField(
                required=False, initial=written(row.applicant), widget=forms.HiddenInput
            )

    def boxes(self) -> list[tuple]:
        """Each row with its box and what stood there."""
        return [(row, self[f"row-{key}"], self[f"was-{key}"]) for key, row in self.rows.items()]

    def act(self) -> int:
        """Returns how many were changed. A refusal stands beside its box, and then nothing is saved."""
        groups: dict[str, list[Applicant]] = defaultdict(list)
        for key, row in self.rows.items():
            value = self.cleaned_data[f"row-{key}"]
            if value != self.cleaned_data[f"was-{key}"]:
                groups[value].append(row.applicant)
        done = sum(self._save(rows, value) for value, rows in groups.items())
        if self.errors:
            raise Refused(_("Nothing is saved yet. Mend what is marked, and press again."), code="rows")
        return done

    def _save(self, rows: list[Applicant], value: str) -> int:
        done = 0
        try:
            with transaction.atomic():
                return self.choose(rows, value)
        except Refused as refusal:
            if len(rows) == 1 or refusal.field == "keep_until":
                self.add_error("keep_until" if refusal.field == "keep_until" else f"row-{rows[0].pk}", refusal.message)
                return 0
        for row in rows:
            done += self._save([row], value)
        return done

    def _widget(self, row: Row) -> forms.Select:
        name = row.applicant.person.full_name
        return forms.Select(attrs={"aria-label": _("Choice: %(name)s") % {"name": name}, "data-choice": ""})


class ManyForm(Chooses):
    """One choice for everybody who was ticked, or for all of the list."""

    to = forms.ChoiceField(label=_("The same choice for many"), choices=[NONE], required=False)
    left_out: list[Applicant]
    """Whom the choice is not open to."""

    def __init__(self, *args: object, applicants: Iterable[Applicant], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.applicants = applicants
        self.left_out = []
        self.fields["to"].choices = options(Choice.values)

    def act(self) -> int:
        value = self.cleaned_data["to"]
        choice = value.partition(":")[0]
        rows = selection_list.of(self.campaign, self.applicants)
        fit = [row.applicant for row in rows if not choice or choice in row.open_to]
        kept = {row.pk for row in fit}
        self.left_out = [row.applicant for row in rows if row.applicant.pk not in kept]
        if rows and not fit:
            raise Refused(_("This choice is not open to any of them. The list tells why."), field="to", code="none")
        return self.choose(fit, value)
