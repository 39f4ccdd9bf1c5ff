"""An assignment of weeks or months: the first and last day, and the hours of each weekday (PS-01)."""

from __future__ import annotations

from datetime import time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.forms import ClockInput
from experts.domain.booking_request_time import Hours
from experts.models.availability import Weekday

from .booking_request import TIMES, StepForm
from .booking_request_time import LabelledBoxes

LABELS = (pgettext_lazy("time", "From"), pgettext_lazy("time", "Until"))
HOURS = tuple(f"hours_{day}" for day in Weekday.values)


class HoursInput(LabelledBoxes):
    """From and until, two labelled boxes side by side."""

    labels = LABELS

    def __init__(self, attrs: dict | None = None) -> None:
        boxes = {
            "from": ClockInput({"class": "input input--clock"}),
            "until": ClockInput({"class": "input input--clock"}),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: None) -> list:
        return [None, None]


class HoursField(forms.MultiValueField):
    """Cleans to a pair of wall clock times, or None where both are empty."""

    widget = HoursInput
    default_error_messages = {
        "half": _("Write both times, or neither."),
        "backwards": _("The end must be after the start."),
    }

    def __init__(self, **kwargs: Any) -> None:
        boxes = (ClockField(required=False), ClockField(required=False))
        super().__init__(boxes, require_all_fields=False, required=False, **kwargs)

    def compress(self, data_list: list) -> tuple[time, time] | None:
        if not any(part is not None for part in data_list):
            return None
        starts, ends = data_list
        if starts is None or ends is None:
            raise ValidationError(self.error_messages["half"], code="half")
        if ends <= starts:
            raise ValidationError(self.error_messages["backwards"], code="backwards")
        return starts, ends


class AssignmentPart(StepForm):
    """Asked instead of possible times, where the task is a job for a time."""

    assigned_from = FinnishDateField(
        label=_("First day of work"),
        help_text=_("For example 25.11.2026"),
        error_messages={"required": _("Write the first day of the work.")},
    )
    assigned_until = FinnishDateField(
        label=_("Last day of work"), error_messages={"required": _("Write the last day of the work.")}
    )
    hours_0 = HoursField(label=Weekday.MONDAY.label)
    hours_1 = HoursField(label=Weekday.TUESDAY.label)
    hours_2 = HoursField(label=Weekday.WEDNESDAY.label)
    hours_3 = HoursField(label=Weekday.THURSDAY.label)
    hours_4 = HoursField(label=Weekday.FRIDAY.label)
    hours_5 = HoursField(label=Weekday.SATURDAY.label)
    hours_6 = HoursField(label=Weekday.SUNDAY.label)
    works_on_holidays = forms.BooleanField(
        label=_("Work is done on public holidays too"),
        help_text=_("Without the tick the public holidays, Christmas Eve and Midsummer Eve are left out."),
        required=False,
    )

    def values_of(self, order) -> dict[str, Any]:
        hours = {f"hours_{row.weekday}": [row.starts, row.ends] for row in order.weekly_hours.all()}
        return {**super().values_of(order), **hours}

    def prepare(self) -> None:
        super().prepare()
        if self.order.task_type.is_assignment:
            self.drop(*TIMES)
        else:
            self.drop("assigned_from", "assigned_until", "works_on_holidays", *HOURS)

    def hours_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in HOURS if name in self.fields]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, last = cleaned.get("assigned_from"), cleaned.get("assigned_until")
        if first and first < clock.today():
            self.add_error("assigned_from", _("The work begins in the past. Choose a day ahead."))
        if first and last and last < first:
            self.add_error("assigned_until", _("The last day cannot be before the first."))
        return cleaned

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        told = {day: facts.pop(name) for day, name in enumerate(HOURS) if name in facts}
        if len(told) == len(HOURS):
            facts["weekly_hours"] = [Hours(day, *span) for day, span in told.items() if span]
        return facts
