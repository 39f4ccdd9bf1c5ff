from __future__ import annotations

from datetime import date
from pathlib import Path

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.fees.domain import batch_result, months, payment_batch
from coordination.fees.domain.batch_result import Report
from coordination.fees.models import PaymentBatch
from coordination.foundation import clock, formats
from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedCharField
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Role, Unit

BACK = 6


class BeginForm(Asking):
    """Which approved rows go to payroll."""

    payer = UnitField(queryset=None, label=_("Who pays"), help_text=_("What this unit and those under it pay."))
    month = forms.ChoiceField(label=_("Earned by the end of"), required=False)
    cost_centre = GuardedCharField(
        label=_("Cost centre"), max_length=40, required=False, help_text=_("Empty: every cost centre.")
    )

    def __init__(self, *args: object, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        units = Unit.objects.within(by.user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN))
        self.fields["payer"].queryset = units
        self.fields["payer"].initial = head_of(units)
        self.fields["month"].choices = [("", _("No limit")), *_months(clock.today())]

    def act(self) -> PaymentBatch:
        said = self.cleaned_data
        return payment_batch.begin(
            said["payer"], self.by, month=months.read(said["month"]), cost_centre=said["cost_centre"].strip()
        )


class ResultForm(Asking):
    """Payroll's answer as a file."""

    file = forms.FileField(
        label=_("Payroll’s answer (CSV or XLSX)"),
        help_text=_(
            "Columns: number, outcome (paid or returned), day, reason. Sum and currency are checked if they are there."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
    )
    only_sound = forms.BooleanField(label=_("Store the rows that are in order even if others are not"), required=False)

    def __init__(self, *args: object, batch: PaymentBatch, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.batch, self.by = batch, by

    def act(self) -> Report:
        file = self.cleaned_data["file"]
        report = batch_result.read(self.batch, file, Path(file.name).name)
        return batch_result.store(self.batch, report, self.by, only_sound=self.cleaned_data["only_sound"])


def _months(day: date) -> list[tuple[str, str]]:
    found, month = [], months.first_day(day)
    for __ in range(BACK):
        found.append((f"{month:%Y-%m}", formats.month(month)))
        month = months.before(month)
    return found
