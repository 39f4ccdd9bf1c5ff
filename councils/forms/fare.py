"""A fare to confirm or to correct, and the choice of a meeting fee (CC-21)."""

from __future__ import annotations

from decimal import Decimal

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import EuroField, GuardedCharField
from coordination.people.actor import Actor
from councils.domain import fare, meeting_fee
from councils.domain.fare import MOST, Row, Signed

FEE = [("take", _("I take the meeting fee")), ("no", _("I do not take the meeting fee"))]
FEE_OF_OTHER = [("take", pgettext_lazy("meeting fee", "takes")), ("no", pgettext_lazy("meeting fee", "does not take"))]


class FareForm(Asking):
    """One row of the sheet: the fare of one who was there, and the meeting fee where the council pays one.

    `signed` tells who confirms: the member on the screen, or a leader what stands on paper.
    """

    amount = EuroField(label=_("Fare there and back, €"), max_value=MOST)
    route = GuardedCharField(label=pgettext_lazy("fare", "Route"), required=False, max_length=120)
    reason = GuardedCharField(label=_("Why it is more than usual"), required=False, max_length=200)
    meeting_fee = forms.ChoiceField(
        label=_("Meeting fee"),
        choices=FEE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose whether the meeting fee is taken.")},
    )

    def __init__(self, *args: object, row: Row, pays: bool, by: Actor, signed: str, **kwargs: object) -> None:
        initial = {"amount": row.amount, "route": row.route}
        super().__init__(*args, initial=initial, prefix=f"r{row.attendance.pk}", **kwargs)
        self.row, self.by, self.signed = row, by, signed
        self.asks_fare = row.takes_fare and not row.is_confirmed
        self.asks_fee = pays and row.attendance.fee_id is None
        if not self.asks_fare:
            for name in ("amount", "route", "reason"):
                del self.fields[name]
        if not self.asks_fee:
            del self.fields["meeting_fee"]
        if signed == Signed.PAPER:
            self._in_a_table()
        readers = _("you and the leaders") if signed == Signed.SCREEN else _("the leaders and the member")
        for name in ("route", "reason"):
            if name in self.fields:
                self.fields[name].readers = readers

    def _in_a_table(self) -> None:
        """On the leaders' sheet the column is the label: each box tells whose it is to those who do not see."""
        if self.asks_fee:
            self.fields["meeting_fee"].widget = forms.Select()
            self.fields["meeting_fee"].choices = FEE_OF_OTHER
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{field.label}: {self.row.person.full_name}"

    @transaction.atomic
    def act(self) -> None:
        sound = self.cleaned_data
        if self.asks_fee:
            meeting_fee.settle(self.row.attendance, self.by, declined=sound["meeting_fee"] == "no")
        if self.asks_fare:
            facts = {name: sound[name] for name in ("amount", "route", "reason")}
            fare.confirm(self.row.attendance, self.by, signed=self.signed, **facts)


class CorrectionForm(Asking):
    """A fare that was confirmed with a wrong sum."""

    amount = EuroField(label=_("The right fare there and back, €"), max_value=MOST)
    route = GuardedCharField(
        label=pgettext_lazy("fare", "Route"), required=False, max_length=120, readers=_("the leaders and the member")
    )
    reason = GuardedCharField(label=_("What was wrong?"), max_length=200, readers=_("the leaders and whoever pays"))

    def __init__(self, *args: object, row: Row, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, initial={"amount": row.amount or Decimal(0), "route": row.route}, **kwargs)
        self.row, self.by = row, by

    def act(self) -> object:
        return fare.correct(self.row.attendance, self.by, **self.cleaned_data)
