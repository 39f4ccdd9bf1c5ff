"""Step 3: possible times, the place or the remote link, and preparation where the task has some."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from experts.models import BookingRequest, RequestedTime

from .booking_request import BOTH_READ, TIMES, StepForm
from .booking_request_arrangement import arrangements_field, interpreter_field
from .booking_request_assignment import AssignmentPart
from .booking_request_other import OtherTimesPart
from .booking_request_time import PossibleTimeField, parts

Mode = BookingRequest.Mode
PREPARATIONS = [(0, _("No preparation")), (30, "30 min"), (60, "1 h"), (120, "2 h"), (180, "3 h"), (240, "4 h")]


class PlaceStep(OtherTimesPart, AssignmentPart, StepForm):
    time_1 = PossibleTimeField(
        label=_("1. possible time"),
        help_text=_("For example 25.11.2026, from 13 to 14.30. The more times, the sooner somebody is found."),
        error_messages={"required": _("Give at least one possible time.")},
    )
    time_2 = PossibleTimeField(label=_("2. possible time"), required=False)
    time_3 = PossibleTimeField(label=_("3. possible time"), required=False)
    time_4 = PossibleTimeField(label=_("4. possible time"), required=False)
    time_5 = PossibleTimeField(label=_("5. possible time"), required=False)
    mode = forms.ChoiceField(label=_("Where do you meet?"), choices=Mode.choices, widget=forms.RadioSelect)
    place = GuardedCharField(
        label=pgettext_lazy("order", "Place"),
        help_text=_("Street address and town. Needed unless you meet remotely."),
        readers=BOTH_READ,
        max_length=200,
        error_messages={"required": _("Write where you meet.")},
    )
    directions = GuardedTextField(
        label=_("Room and how to get there"),
        help_text=_("Which door, which floor, whom to call on arrival."),
        readers=BOTH_READ,
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    venue_access = GuardedCharField(
        label=_("Accessibility of the place"),
        help_text=_("For example: a lift, an induction loop, a parking space."),
        readers=BOTH_READ,
        required=False,
        max_length=200,
    )
    arrangements = arrangements_field()
    interpreter = interpreter_field()
    online_url = forms.URLField(
        label=_("Remote link"),
        help_text=_("Needed if you meet remotely. Begins with https://."),
        max_length=200,
        assume_scheme="https",
        error_messages={
            "required": _("Add the remote link."),
            "invalid": _("Write the whole address of the remote meeting, beginning with https://."),
        },
    )
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
