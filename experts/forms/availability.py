"""The ordinary week as a grid, single days that differ, days away: rows of plain text fields, so that a keyboard is enough."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.people.actor import Actor
from experts.domain import availability
from experts.domain.availability import Away, Special, Stretch
from experts.models import Expert
from experts.models.availability import Weekday

A_DAY = 2
"""Rows a day on the form; a full day gets an empty one more."""


class StretchForm(forms.Form):
    starts = ClockField(label=pgettext_lazy("time", "From"), required=False)
    ends = ClockField(label=pgettext_lazy("time", "Until"), required=False)

    def clean(self) -> dict:
        told = super().clean()
        starts, ends = told.get("starts"), told.get("ends")
        if self.errors or (starts is None and ends is None):
            return told
        if starts is None or ends is None:
            self.add_error("starts" if starts is None else "ends", _("Write both times, or neither."))
        elif ends <= starts:
            self.add_error("ends", _("The end must be after the start."))
        return told


class WeekTimeForm(StretchForm):
    weekday = forms.TypedChoiceField(choices=Weekday.choices, coerce=int, widget=forms.HiddenInput)


class SpecialDayForm(StretchForm):
    day = FinnishDateField(label=pgettext_lazy("time", "Date"), required=False)
    available = forms.TypedChoiceField(
        label=_("Can you come?"),
        choices=[("1", _("I can come then")), ("0", _("I cannot come then"))],
        coerce=lambda value: value == "1",
        initial="1",
    )
    field_order = ["day", "starts", "ends", "available"]

    def clean(self) -> dict:
        told = super().clean()
        if self.errors:
            return told
        if bool(told.get("day")) != bool(told.get("starts")):
            self.add_error(
                "day" if told.get("starts") else "starts", _("Write the day and both times, or leave the row empty.")
            )
        return told


class AwayForm(forms.Form):
    starts_on = FinnishDateField(label=_("First day away"), required=False)
    ends_on = FinnishDateField(label=_("Last day away"), required=False)

    def clean(self) -> dict:
        told = super().clean()
        first, last = told.get("starts_on"), told.get("ends_on")
        if self.errors or (first is None and last is None):
            return told
        if first is None:
            self.add_error("starts_on", _("Write the first day too."))
        elif last is not None and last < first:
            self.add_error("ends_on", _("The last day away cannot be before the first."))
        return told


WeekTimes = forms.formset_factory(WeekTimeForm, extra=0, max_num=70)
SpecialDays = forms.formset_factory(SpecialDayForm, extra=2, max_num=60)
AwayPeriods = forms.formset_factory(AwayForm, extra=2, max_num=30)


class AvailabilityForms:
    """The three parts of the page, saved together."""

    def __init__(self, data=None, *, expert: Expert, by: Actor) -> None:
        self.expert, self.by = expert, by
        today = clock.today()
        special = [_special(row) for row in expert.special_days.filter(day__gte=today)]
        away = list(expert.away_periods.filter(ends_on__gte=today).values("starts_on", "ends_on"))
        self.week = WeekTimes(data, prefix="week", initial=_week(expert))
        self.special = SpecialDays(data, prefix="special", initial=special)
        self.away = AwayPeriods(data, prefix="away", initial=away)

    def week_rows(self) -> list[tuple[str, list[WeekTimeForm]]]:
        """The name of each day with its rows of times."""
        days = {str(day.value): [] for day in Weekday}
        for form in self.week:
            days.get(str(form["weekday"].value()), []).append(form)
        return [(Weekday(int(day)).label, rows) for day, rows in days.items()]

    def is_valid(self) -> bool:
        # Every part is asked, so that all errors are told at once.
        answers = [part.is_valid() for part in (self.week, self.special, self.away)]
        return all(answers)

    def save(self) -> Expert:
        """Raises `Refused`."""
        week = [Stretch(**form.cleaned_data) for form in self.week if form.cleaned_data.get("starts")]
        special = [Special(**form.cleaned_data) for form in self.special if form.cleaned_data.get("day")]
        away = [
            Away(told["starts_on"], told["ends_on"] or told["starts_on"])
            for told in (form.cleaned_data for form in self.away)
            if told.get("starts_on")
        ]
        return availability.keep(self.expert, self.by, week=week, special=special, away=away)


def _week(expert: Expert) -> list[dict]:
    """What is known of each day, and empty rows up to two; a full day gets one more."""
    known = {day: [] for day in Weekday}
    for row in expert.availabilities.all():
        known[row.weekday].append({"weekday": row.weekday, "starts": row.starts, "ends": row.ends})
    for day, rows in known.items():
        rows += [{"weekday": day.value}] * max(A_DAY - len(rows), 1 if len(rows) >= A_DAY else 0)
    return [row for day in Weekday for row in known[day]]


def _special(row) -> dict:
    return {"day": row.day, "starts": row.starts, "ends": row.ends, "available": "1" if row.available else "0"}
