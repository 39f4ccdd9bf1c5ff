"""The columns of the payment file as rows: chosen, named, added, removed and moved by buttons, without a script."""

from __future__ import annotations

from collections.abc import Mapping

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import batch_column, batch_preview, payroll
from coordination.fees.domain.batch_column import FIXED, LONGEST, MOST
from coordination.fees.models import BatchLayout
from coordination.foundation.fields import FinnishDateField, GuardedCharField
from coordination.people.actor import Actor
from coordination.people.models import Unit

from .payroll import OfPayroll

PREFIX = "columns"
NAMES = ("key", "heading", "text")
SPARE = 10
"""Rows past the most that are still read, to be told that they are too many."""
Typed = dict[str, str]


class LayoutForm(OfPayroll):
    """Where and from when the columns hold, and the form of the file."""

    variant = forms.ChoiceField(
        label=pgettext_lazy("file", "Form of the CSV file"),
        choices=BatchLayout.Variant.choices,
        widget=forms.RadioSelect,
        initial=BatchLayout.Variant.EXCEL,
    )
    valid_from = FinnishDateField(label=_("In force from"), required=False, help_text=_("Empty: from today."))
    columns: list[batch_column.Column] = []

    def act(self) -> BatchLayout:
        said = dict(self.cleaned_data)
        return payroll.keep_layout(said.pop("unit"), self.by, columns=self.columns, **said)


class ColumnForm(forms.Form):
    """One column: what it carries from the list, or the same text on every row."""

    key = forms.ChoiceField(error_messages={"required": _("Choose what the column carries, or remove it.")})
    heading = GuardedCharField(required=False, max_length=LONGEST)
    text = GuardedCharField(
        required=False, max_length=LONGEST, help_text=_("The same on every row. Empty: payroll fills the column in.")
    )
    focus = ""
    """Which button or box is gone on from after a press: "up", "down", "remove", "key"."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        typed = self.data.get(self.add_prefix("key")) if self.is_bound else self.initial.get("key")
        self.is_fixed = typed == FIXED
        if self.is_fixed:
            self.fields["key"].choices = [(FIXED, FIXED)]
            self.fields["key"].widget = forms.HiddenInput()
            self.fields["heading"].required = True
            self.fields["heading"].error_messages["required"] = _("Write a heading for the column.")
            return
        del self.fields["text"]
        names = [(key, name) for key, (name, __) in batch_column.COLUMNS.items()]
        self.fields["key"].choices = [("", pgettext_lazy("file", "Choose")), *names]

    @property
    def name(self) -> str:
        """What a button of the row tells it by."""
        key = self["key"].value() or ""
        known = batch_column.COLUMNS.get(key)
        return self["heading"].value() or (str(known[0]) if known else "")

    def column(self) -> batch_column.Column | None:
        """As it is kept; None of a row that was left empty."""
        said = {name: (self.cleaned_data.get(name) or "").strip() for name in NAMES}
        if not said["key"]:
            return None
        if self.is_fixed:
            return said
        return {"key": said["key"], "heading": said["heading"] or str(batch_column.COLUMNS[said["key"]][0])[:LONGEST]}


class BaseColumns(forms.BaseFormSet):
    def get_form_kwargs(self, index: int | None) -> dict[str, object]:
        # A page that was drawn anew tells all its rows as known ones; an empty one of them is passed over all the same.
        return {**super().get_form_kwargs(index), "empty_permitted": True}

    def add_fields(self, form: ColumnForm, index: int | None) -> None:
        super().add_fields(form, index)
        place = {"place": (index or 0) + 1}
        form.fields["key"].label = _("What column %(place)s carries") % place
        form.fields["heading"].label = _("Heading of column %(place)s") % place
        if "text" in form.fields:
            form.fields["text"].label = _("Text of column %(place)s") % place

    def clean(self) -> None:
        """Each problem beside its row; what concerns all of them above."""
        if any(self.errors):
            return
        filled = [form for form in self.forms if form.column()]
        above = []
        for place, problem in batch_column.problems([form.column() for form in filled]):
            if place is None:
                above.append(ValidationError(problem.message, code=problem.code))
            else:
                filled[place].add_error(problem.field, ValidationError(problem.message, code=problem.code))
        if above:
            raise ValidationError(above)

    def columns(self) -> list[batch_column.Column]:
        return [column for form in self.forms if (column := form.column())]


Columns = forms.formset_factory(ColumnForm, BaseColumns, extra=0, max_num=MOST + SPARE, absolute_max=MOST + SPARE)


class LayoutDesk:
    """The form and its rows. A press that adds, removes or moves draws them anew as they were typed, and keeps nothing."""

    def __init__(self, data: Mapping | None, by: Actor) -> None:
        act, __, place = (data.get("act", "") if data else "").partition("-")
        self.keeps = data is not None and not act
        self.form = LayoutForm(
            data if self.keeps else None, by=by, initial=_facts(data) if data is not None and act else None
        )
        self.unit: Unit | None = self.form.fields["unit"].initial
        standing = payroll.layout_of(self.unit) if self.unit else None
        if data is None and standing:
            self.form.fields["variant"].initial = standing.variant
        usual = standing.columns if standing else batch_column.usual()
        self._typed = _typed(data) if data is not None else [dict(column) for column in usual]
        focus = _put(self._typed, act, place)
        self.columns = Columns(data, prefix=PREFIX) if self.keeps else Columns(prefix=PREFIX, initial=self._typed)
        if focus and focus[0] < len(self.columns.forms):
            _focus(self.columns.forms[focus[0]], focus[1])

    @property
    def is_full(self) -> bool:
        return len(self.columns.forms) >= MOST

    def is_valid(self) -> bool:
        # Both are asked, so that all errors are told at once.
        return all([self.form.is_valid(), self.columns.is_valid()])

    def save(self) -> bool:
        self.form.columns = self.columns.columns()
        return self.form.save()

    def preview(self) -> list[str]:
        """The first lines of the file from what is typed now."""
        if self.unit is None:
            return []
        columns = [{**row, "heading": row["heading"][:LONGEST] or _name(row)} for row in self._typed if row["key"]]
        return batch_preview.lines(columns, str(self.form["variant"].value()), self.unit)


def _facts(data: Mapping) -> dict[str, str]:
    return {name: data.get(name, "") for name in ("unit", "variant", "valid_from")}


def _typed(data: Mapping) -> list[Typed]:
    """The rows as they stand in the boxes."""
    told = str(data.get(f"{PREFIX}-TOTAL_FORMS", ""))[:3]
    count = min(int(told) if told.isascii() and told.isdecimal() else 0, MOST + SPARE)
    return [{name: str(data.get(f"{PREFIX}-{place}-{name}", "")) for name in NAMES} for place in range(count)]


def _put(rows: list[Typed], act: str, place: str) -> tuple[int, str] | None:
    """Add, remove or move a row. Returns where one goes on: the row's place, and which of its buttons or boxes."""
    if act in ("add", "fixed"):
        if len(rows) < MOST:
            rows.append({"key": FIXED if act == "fixed" else "", "heading": "", "text": ""})
        return len(rows) - 1, "heading" if act == "fixed" else "key"
    here = int(place) if place.isascii() and place.isdecimal() and len(place) < len(str(MOST)) + 1 else len(rows)
    if here >= len(rows):
        return None
    if act == "remove":
        rows.pop(here)
        return (min(here, len(rows) - 1), "remove") if rows else None
    there = here + {"up": -1, "down": 1}.get(act, 0)
    if not 0 <= there < len(rows) or there == here:
        return None
    rows.insert(there, rows.pop(here))
    is_last = {"up": there == 0, "down": there == len(rows) - 1}[act]
    return there, {"up": "down", "down": "up"}[act] if is_last else act


def _focus(form: ColumnForm, name: str) -> None:
    form.focus = name
    if name in form.fields:
        form.fields[name].widget.attrs["autofocus"] = True


def _name(row: Typed) -> str:
    known = batch_column.COLUMNS.get(row["key"])
    return str(known[0]) if known else ""
