"""Times beside the possible ones: a talk or a rehearsal beforehand, further meetings, one by one or every week (ET-05)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.domain import price
from coordination.fees.models import PriceClass
from coordination.foundation import formats
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.forms import ClockInput, DayInput
from experts.domain import booking_request_time as times
from experts.domain.booking_request_time import Other, Span
from experts.domain.matching.need import taken
from experts.models import BookingRequest, RequestedTime

from .booking_request import TIMES, StepForm
from .booking_request_time import LABELS, LabelledBoxes, PossibleTimeField, parts

Kind = RequestedTime.Kind
KINDS = [
    (Kind.FURTHER, pgettext_lazy("further time", "Further meeting")),
    (Kind.REHEARSAL, pgettext_lazy("further time", "Rehearsal")),
    (Kind.PREPARATION, pgettext_lazy("further time", "Preparatory talk")),
]
SAME, INCLUDED = "same", "included"
PAYS = [(SAME, _("Paid as the meeting")), (INCLUDED, _("Included in the fee of the meeting"))]
BOXES = (pgettext_lazy("further time", "What"), *LABELS, pgettext_lazy("further time", "Fee"))
ROW = re.compile(r"other_(\d{1,2})_day")
MOST_WEEKS = 30
BLANK, MORE = 1, 4


class OtherTimeInput(LabelledBoxes):
    """What it is, the day, the start, the end, and how it is paid: five labelled boxes."""

    labels = BOXES

    def __init__(self, pays: list, attrs: dict | None = None) -> None:
        boxes = {
            "kind": forms.Select({"class": "input"}, choices=KINDS),
            "day": DayInput({"class": "input input--date"}),
            "start": ClockInput({"class": "input input--clock"}),
            "end": ClockInput({"class": "input input--clock"}),
            "pay": forms.Select({"class": "input"}, choices=pays),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: None) -> list:
        """Only for an empty row: what is there comes as a list."""
        return [Kind.FURTHER, None, None, None, SAME]


class OtherTimeField(PossibleTimeField):
    """Cleans to `Other`, or None where the day and the clock are empty."""

    def __init__(self, classes: Mapping[str, PriceClass], **kwargs: Any) -> None:
        self.classes = classes
        pays = [*PAYS, *((key, f"{row.names}, {formats.euros(row.amount)}") for key, row in classes.items())]
        boxes = (
            forms.ChoiceField(choices=KINDS, required=False),
            FinnishDateField(required=False),
            ClockField(required=False),
            ClockField(required=False),
            forms.ChoiceField(choices=pays, required=False),
        )
        forms.MultiValueField.__init__(
            self, boxes, require_all_fields=False, required=False, widget=OtherTimeInput(pays), **kwargs
        )

    def compress(self, data_list: list) -> Other | None:
        if not data_list:
            return None
        kind, *span, pay = data_list
        found = super().compress(span)
        if found is None:
            return None
        return Other(kind or Kind.FURTHER, *found, self.classes.get(pay), included=pay == INCLUDED)


class OtherTimesPart(StepForm):
    """The part of the step on times that comes after the possible ones."""

    weekly_first = PossibleTimeField(
        label=_("The first of the weekly times"),
        help_text=_("The same day and clock are added for every week."),
        required=False,
    )
    weekly_count = forms.IntegerField(
        label=_("How many weeks?"),
        required=False,
        min_value=1,
        max_value=MOST_WEEKS,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    adds_weekly_by = frozenset({"next", "back", "later", "weekly"})
    """The buttons that add the weekly times. Saving quietly does not: it would add them again and again."""

    def __init__(self, *args, blank: int = BLANK, **kwargs) -> None:
        self.blank = blank
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        super().prepare()
        if self.order.task_type.is_assignment:
            self.drop("weekly_first", "weekly_count")
            return
        rows = times.others_of(self.order)
        classes = {str(row.pk): row for row in price.classes_for(self.order.unit)}
        for number in range(1, self._row_count(len(rows)) + 1):
            label = _("Further time %(number)s") % {"number": number}
            self.fields[f"other_{number}"] = OtherTimeField(classes, label=label)
        for number, row in enumerate(rows, start=1):
            pay = INCLUDED if row.included else str(row.price_class_id or SAME)
            self.initial[f"other_{number}"] = [row.kind, *parts(row.starts_at, row.ends_at), pay]

    def _row_count(self, kept: int) -> int:
        if self.is_bound:
            posted = [int(found[1]) for name in self.data if (found := ROW.fullmatch(name))]
            return min(max([kept, *posted]), times.MOST_OTHERS)
        return min(kept + self.blank, times.MOST_OTHERS)

    def other_names(self) -> list[str]:
        return [name for name in self.fields if name.startswith("other_")]

    def other_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.other_names()]

    def others_open(self) -> bool:
        """Whether the further times stand open: some are kept or asked for, or something is wrong with them."""
        names = [*self.other_names(), "weekly_first", "weekly_count"]
        return self.blank > BLANK or bool(times.others_of(self.order)) or any(self.errors.get(name) for name in names)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first, count = cleaned.get("weekly_first"), cleaned.get("weekly_count")
        if first and not count and "weekly_count" not in self.errors:
            self.add_error("weekly_count", _("Write how many weeks."))
        if count and not first and "weekly_first" not in self.errors:
            self.add_error("weekly_first", _("Write the first day, the start and the end."))
        self._refuse_overlaps()
        return cleaned

    def _refuse_overlaps(self) -> None:
        """Each further time against the possible ones and the further ones before it, with preparation and debrief."""
        minutes = {
            name: self.cleaned_data.get(name) or getattr(self.order, name)
            for name in ("preparation_minutes", "debrief_minutes")
        }
        order = BookingRequest(**minutes)
        mains = [
            RequestedTime(starts_at=span[0], ends_at=span[1]) for name in TIMES if (span := self.cleaned_data.get(name))
        ]
        before = [(main, taken(order, main)) for main in mains]
        for name in self.other_names():
            other = self.cleaned_data.get(name)
            if other is None:
                continue
            row = RequestedTime(kind=other.kind, starts_at=other.starts_at, ends_at=other.ends_at)
            starts, ends = taken(order, row)
            clash = next((one for one, (since, until) in before if starts < until and since < ends), None)
            if clash:
                words = _("This overlaps with %(when)s. Count in the preparation and the debrief.")
                self.add_error(name, words % {"when": formats.span(clash.starts_at, clash.ends_at)})
            before.append((row, (starts, ends)))

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        names = self.other_names()
        first, count = facts.pop("weekly_first", None), facts.pop("weekly_count", None)
        told = [facts.pop(name) for name in names if name in facts]
        adds = first and count and self._adds_weekly()
        if len(told) < len(names) or not (names or adds):
            return facts
        others = [other for other in told if other]
        if adds:
            kept = {(other.starts_at, other.ends_at) for other in others} | self._meeting()
            weekly = [span for span in times.weekly(first, count) if span not in kept]
            others += [Other(Kind.FURTHER, *span) for span in weekly]
        return {**facts, "others": others}

    def _meeting(self) -> set[Span]:
        """The time of the meeting, where there is but one: six evenings with the first of them are six, not seven."""
        spans = {self.cleaned_data[name] for name in TIMES if self.cleaned_data.get(name)}
        return spans if len(spans) == 1 else set()

    def _adds_weekly(self) -> bool:
        return bool(self.adds_weekly_by & set(self.data))
