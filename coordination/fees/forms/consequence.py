"""A branch's table for one event: up to three notices, and what is due for the rest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import consequence
from coordination.fees.domain import consequence_keeping as verbs
from coordination.fees.domain.consequence import Line
from coordination.fees.domain.consequence_words import percent
from coordination.fees.models import Consequence
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Role, Unit

MOST = 3


@dataclass(frozen=True)
class LineFields:
    """The boxes of one notice."""

    number: int
    notice: BoundField
    measure: BoundField
    share: BoundField
    costs: BoundField


def _percent(label: object, *, required: bool) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=100,
        required=required,
        widget=forms.NumberInput(attrs={"class": "input input--short"}),
    )


class ConsequenceForm(GuardsTexts, Asking):
    """What has been is never changed: the table begins today or later and ends the one before it."""

    unit = UnitField(queryset=None, label=_("In the branch"), help_text=_("It holds in this unit and those under it."))
    rest_share = _percent(_("Share of the fee, %"), required=True)
    rest_costs = forms.BooleanField(label=_("Real costs are paid"), required=False)
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))
    source = forms.CharField(label=_("Who decided, and when?"), required=False, max_length=200)

    def __init__(self, *args: object, event: str, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.event, self.by = event, by
        branches = by.user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        units = self.fields["unit"].queryset = Unit.objects.within(branches).active()
        self.told_before = event in Consequence.TOLD_BEFORE
        for number in range(1, MOST + 1) if self.told_before else ():
            self._add_line(number)
        home = self.fields["unit"].initial = head_of(units)
        if not self.is_bound:
            self.initial = {**self._standing(home), **self.initial}

    def _add_line(self, number: int) -> None:
        self.fields[f"notice_{number}"] = forms.IntegerField(
            label=pgettext_lazy("notice", "Told at least"),
            min_value=1,
            max_value=1000,
            required=False,
            widget=forms.NumberInput(attrs={"class": "input input--short"}),
        )
        self.fields[f"measure_{number}"] = forms.ChoiceField(
            label=pgettext_lazy("notice", "Counted in"),
            choices=Consequence.Measure.choices,
            initial=Consequence.Measure.WORKING_DAYS,
            required=False,
        )
        self.fields[f"share_{number}"] = _percent(_("Share of the fee, %"), required=False)
        self.fields[f"costs_{number}"] = forms.BooleanField(label=_("Real costs are paid"), required=False)

    def _standing(self, unit: Unit | None) -> dict[str, object]:
        """What holds now, to begin from."""
        table = consequence.table_for(unit, self.event) if unit else consequence.DEFAULTS[self.event]
        rest = table[-1]
        found: dict[str, object] = {"rest_share": percent(rest.share), "rest_costs": rest.costs}
        for number, line in enumerate(table[:-1][:MOST], start=1):
            found |= {f"notice_{number}": line.notice, f"measure_{number}": line.measure}
            found |= {f"share_{number}": percent(line.share), f"costs_{number}": line.costs}
        return found

    def lines(self) -> Iterator[LineFields]:
        """The notices with their boxes, for the page."""
        for number in range(1, MOST + 1) if self.told_before else ():
            yield LineFields(number, *(self[f"{name}_{number}"] for name in ("notice", "measure", "share", "costs")))

    def clean(self) -> dict:
        data = super().clean()
        for number in range(1, MOST + 1) if self.told_before else ():
            has_notice, has_share = (data.get(f"{name}_{number}") is not None for name in ("notice", "share"))
            if has_notice and not has_share and f"share_{number}" not in self.errors:
                self.add_error(f"share_{number}", _("Tell the share too, or empty the notice."))
            if has_share and not has_notice and f"notice_{number}" not in self.errors:
                self.add_error(f"notice_{number}", _("Tell the notice too, or empty the share."))
        return data

    def table(self) -> list[Line]:
        data = self.cleaned_data
        lines = [
            Line(
                Decimal(data[f"share_{number}"]) / 100,
                data[f"costs_{number}"],
                data[f"notice_{number}"],
                data[f"measure_{number}"] or Consequence.Measure.WORKING_DAYS,
            )
            for number in range(1, MOST + 1)
            if data.get(f"notice_{number}") is not None
        ]
        return [*lines, Line(Decimal(data["rest_share"]) / 100, data["rest_costs"])]

    def act(self) -> list[Consequence]:
        """Raises `Refused`, see the verb."""
        data = self.cleaned_data
        return verbs.keep(
            self.event,
            self.table(),
            self.by,
            unit=data["unit"],
            valid_from=data["valid_from"],
            source=data["source"],
        )
