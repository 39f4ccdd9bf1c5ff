from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import ledger_export, ledger_view
from coordination.fees.models import LedgerExport, LedgerView
from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedCharField
from coordination.people.models import User


class OfLedger(Asking):
    """A form about the ledger as its filters stand."""

    query = GuardedCharField(widget=forms.HiddenInput, required=False, max_length=2000)

    def __init__(self, *args: object, user: User, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.user = user


class ViewForm(OfLedger):
    name = GuardedCharField(
        label=pgettext_lazy("saved view", "Name"), max_length=60, help_text=_("For example: Lectures, unpaid.")
    )

    def act(self) -> LedgerView:
        return ledger_view.keep(self.user, self.cleaned_data["name"], self.cleaned_data["query"])


class ExportForm(OfLedger):
    form = forms.ChoiceField(
        label=pgettext_lazy("file", "Form of the file"),
        choices=[
            (LedgerExport.Form.CSV, _("CSV, for a Finnish Excel")),
            (LedgerExport.Form.XLSX, _("XLSX, an Excel workbook")),
        ],
        widget=forms.RadioSelect,
        initial=LedgerExport.Form.CSV,
    )

    def act(self) -> LedgerExport:
        return ledger_export.ask(self.user, self.cleaned_data["query"], self.cleaned_data["form"])
