"""Step 3: possible times, the place or the remote link, and preparation where the task has some."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField
from experts.models import BookingRequest, RequestedTime

from .booking_request import BOTH_READ, TIMES, StepForm
from .booking_request_arrangement import arrangements_field, interpreter_field
from .booking_request_asked import directions_field, first_time_field, online_url_field, place_field, venue_access_field
from .booking_request_assignment import AssignmentPart
from .booking_request_other import OtherTimesPart
from .booking_request_time import PossibleTimeField, parts

Mode = BookingRequest.Mode
PREPARATIONS = [(0, _("No preparation")), (30, "30 min"), (60, "1 h"), (120, "2 h"), (180, "3 h"), (240, "4 h")]


class PlaceStep(OtherTimesPart, AssignmentPart, StepForm):
    time_1 = first_time_field()
    time_2 = PossibleTimeField(label=_("2. possible time"), required=False)
    time_3 = PossibleTimeField(label=_("3. possible time"), required=False)
    time_4 = PossibleTimeField(label=_("4. possible time"), required=False)
    time_5 = PossibleTimeField(label=_("5. possible time"), required=False)
    mode = forms.ChoiceField(label=_("Where do you meet?"), choices=Mode.choices, widget=forms.RadioSelect)
    place = place_field()
    directions = directions_field()
    venue_access = venue_access_field()
    arrangements = arrangements_field()
    interpreter = interpreter_field()
    online_url = online_url_field()
    preparation_minutes = forms.TypedChoiceField(
        label=_("How much time does the preparation take?"),
        choices=PREPARATIONS,
        coerce=int,
        widget=forms.Select(attrs={"class": "input--date"}),
    )
    preparation = GuardedCharField(
        label=_("What is the preparation?"),
        help_text=_("For example: a rehearsal with the others right before."),
        readers=BOTH_READ,
        required=False,
        max_length=200,
    )

    def values_of(self, order: BookingRequest) -> dict[str, Any]:
        times = [time for time in order.times.all() if time.kind == RequestedTime.Kind.MAIN]
        spans = {name: parts(time.starts_at, time.ends_at) for name, time in zip(TIMES, times, strict=False)}
        return {**super().values_of(order), **spans}

    def prepare(self) -> None:
        super().prepare()
        if not self.order.task_type.asks_preparation and not self.order.preparation_minutes:
            self.drop("preparation_minutes", "preparation")

    def more_times_open(self) -> bool:
        """Whether the further times stand open: they hold something, or something is wrong with them."""
        return any(self._holds(name) for name in TIMES[2:])

    def _holds(self, name: str) -> bool:
        value = self[name].value()
        return bool(self[name].errors) or (any(value) if isinstance(value, list) else value is not None)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mode = cleaned.get("mode", self.order.mode)
        if any(cleaned.get(name) for name in TIMES):
            self.excuse("time_1")
        if mode == Mode.REMOTE:
            self.excuse("place")
        else:
            self.excuse("online_url")
        return cleaned

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        spans = [facts.pop(name) for name in TIMES if name in facts]
        # One time that cannot be read: all stay as they were, since times have no names to tell them apart.
        if "time_1" in self.fields and len(spans) == len(TIMES):
            facts["times"] = [span for span in spans if span]
        return facts
