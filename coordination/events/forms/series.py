"""A series of events: what it is, the first day, how often, how many."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.domain import series as verbs
from coordination.events.models import Event, EventSeries
from coordination.foundation import working_day
from coordination.foundation.fields import ComingDateField
from coordination.foundation.texts_form import TextsFormField
from coordination.people.actor import Actor
from coordination.people.forms.choices import UnitField, head_of
from coordination.people.models import Role, Unit, User

from .event import WhenForm, WhoseForm, at
from .where import WHERE, WherePart

Rhythm = EventSeries.Rhythm
STEPS = {
    Rhythm.WEEKLY: 1,
    Rhythm.TWO_WEEKS: 2,
    Rhythm.MONTHLY: 4,
    Rhythm.TWO_MONTHS: 8,
    Rhythm.QUARTERLY: 13,
}
"""In whole weeks, so that the weekday stays."""
KINDS = (
    Event.Kind.SUPERVISION,
    Event.Kind.JOINT_MEETING,
    Event.Kind.TRAINING,
    Event.Kind.DISCUSSION,
    Event.Kind.INFO,
    Event.Kind.OTHER,
)


def days(first: date, rhythm: str, how_many: int) -> list[date]:
    """The days of a series; instead of a public holiday the next working day."""
    found = [first + timedelta(weeks=number * STEPS[Rhythm(rhythm)]) for number in range(how_many)]
    return [working_day.on_or_after(day) if working_day.is_holiday(day) else day for day in found]


class SeriesForm(WherePart, WhoseForm):
    kind = forms.ChoiceField(
        label=pgettext_lazy("event", "Kind"),
        choices=[(kind.value, kind.label) for kind in KINDS],
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    names = TextsFormField(label=pgettext_lazy("event", "Name"))
    unit = UnitField(queryset=None, label=pgettext_lazy("field", "Unit"))
    day = ComingDateField(label=_("First day"))
    rhythm = forms.ChoiceField(
        label=_("How often"), choices=[pair for pair in Rhythm.choices if pair[0] in STEPS], initial=Rhythm.MONTHLY
    )
    how_many = forms.IntegerField(
        label=_("How many times?"),
        min_value=1,
        max_value=verbs.MOST,
        initial=6,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )

    field_order = ["kind", "names", "meant_for", "unit", "day", "begins", "ends", "rhythm", "how_many", *WHERE]

    def __init__(self, *args: object, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        units = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        self.fields["unit"].queryset, self.fields["unit"].initial = units, head_of(units)
        self.offer_owners(user)

    def act(self) -> EventSeries:
        said = self.cleaned_data
        found = days(said["day"], said["rhythm"], said["how_many"])
        dates = [(at(day, said["begins"]), at(day, said["ends"])) for day in found]
        facts = {name: said[name] for name in ("names", "rhythm", *WHERE, "meant_for") if name in said}
        return verbs.begin(said["kind"], said["unit"], Actor.of(self.user), dates=dates, **facts)


class AddForm(WhenForm):
    """One more time; the name and the place come from the last one."""

    day = ComingDateField(label=pgettext_lazy("event", "Day"))

    def __init__(self, *args: object, series: EventSeries, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series, self.by = series, by
        if last := series.events.order_by("starts_at").last():
            self.fill_when(last)
            self.initial.pop("day")

    def act(self) -> Event:
        return verbs.add(self.series, self.by, **self.when())
