"""Forms that move a row of the ledger, or answer it by another."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import approval, correction, payment
from coordination.fees.domain import fee as ledger
from coordination.fees.models import BatchRow, Fee
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import EuroField, FinnishDateField, GuardedCharField
from coordination.people.actor import Actor

WHO_READS = _("the payee, the approver and those who handle the money")


class OfFee(Asking):
    """A form about one row."""

    def __init__(self, *args: object, fee: Fee, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fee, self.by = fee, by


class GiveBackForm(OfFee):
    reason = GuardedCharField(label=_("What has to be put right?"), max_length=300, readers=WHO_READS)

    def act(self) -> Fee:
        return approval.give_back(self.fee, self.by, reason=self.cleaned_data["reason"])


class PutRightForm(OfFee):
    """What was given back: ask for approval again, or strike it out."""

    AGAIN, STRIKE = "again", "strike"

    what = forms.ChoiceField(
        label=_("What is done about it?"),
        choices=[
            (AGAIN, _("It is right as it is, or has been explained: ask for approval again")),
            (STRIKE, _("It is wrong: strike the row out")),
        ],
        widget=forms.RadioSelect,
    )
    reason = GuardedCharField(label=_("Why is it struck out?"), max_length=300, required=False, readers=WHO_READS)

    def act(self) -> Fee:
        if self.cleaned_data["what"] == self.AGAIN:
            return approval.ask_again(self.fee, self.by)
        return ledger.void(self.fee, self.by, reason=self.cleaned_data["reason"])


class OutcomeForm(OfFee):
    """What payroll told of one row."""

    outcome = forms.ChoiceField(
        label=_("What did payroll tell?"),
        choices=[
            (BatchRow.Outcome.PAID, pgettext_lazy("batch row", "paid")),
            (BatchRow.Outcome.RETURNED, pgettext_lazy("batch row", "returned")),
        ],
        widget=forms.RadioSelect,
    )
    on = FinnishDateField(label=_("On which day?"), initial=clock.today)
    reason = GuardedCharField(label=_("Why did it come back?"), max_length=300, required=False, readers=WHO_READS)

    def act(self) -> Fee:
        said = self.cleaned_data
        if said["outcome"] == BatchRow.Outcome.PAID:
            return payment.mark_paid(self.fee, self.by, on=said["on"])
        return payment.send_back(self.fee, self.by, reason=said["reason"], on=said["on"])


class ReissueForm(OfFee):
    """A new row in place of one that came back, or the right one after a reversal."""

    amount = EuroField(label=_("The right sum, €"), min_value=None, max_value=correction.MOST)
    cost_centre = GuardedCharField(label=_("Cost centre"), max_length=40, required=False)
    reason = GuardedCharField(label=_("Why is it made again?"), max_length=300, readers=WHO_READS)

    def __init__(self, *args: object, fee: Fee, **kwargs: object) -> None:
        super().__init__(*args, fee=fee, **kwargs)
        self.fields["cost_centre"].initial = fee.cost_centre
        if fee.status in (Fee.Status.RETURNED, Fee.Status.VOID):
            self.fields["amount"].initial = fee.amount

    def act(self) -> Fee:
        said = self.cleaned_data
        same = self.fee.status in (Fee.Status.RETURNED, Fee.Status.VOID) and said["amount"] == self.fee.amount
        return correction.reissue(
            self.fee,
            self.by,
            reason=said["reason"],
            amount=None if same else said["amount"],
            cost_centre=said["cost_centre"],
        )


class ReverseForm(OfFee):
    reason = GuardedCharField(label=_("What was paid wrong?"), max_length=300, readers=WHO_READS)

    def act(self) -> Fee:
        return correction.reverse(self.fee, self.by, reason=self.cleaned_data["reason"])
