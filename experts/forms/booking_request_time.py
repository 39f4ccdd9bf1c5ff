"""A possible time: the day, when it starts and when it ends, in three boxes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.forms import ClockInput, DayInput

LABELS = (
    pgettext_lazy("possible time", "Day"),
    pgettext_lazy("possible time", "Starts"),
    pgettext_lazy("possible time", "Ends"),
)


class LabelledBoxes(forms.MultiWidget):
    """Boxes of one question side by side, each with a label of its own."""

    template_name = "experts/booking_request/possible_time.html"
    use_fieldset = True
    labels: Sequence[str] = ()

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        for box, label in zip(context["widget"]["subwidgets"], self.labels, strict=True):
            box["label"] = label
        return context


class PossibleTimeInput(LabelledBoxes):
    """Three labelled boxes side by side; on a phone under each other."""

    labels = LABELS

    def __init__(self, attrs: dict | None = None) -> None:
        boxes = {
            "day": DayInput({"class": "input input--date"}),
            "start": ClockInput({"class": "input input--clock"}),
            "end": ClockInput({"class": "input input--clock"}),
        }
        super().__init__(boxes, attrs)

    def decompress(self, value: None) -> list:
        """Only for an empty box: what is there comes as `parts`."""
        return [None, None, None]


def parts(start: datetime, end: datetime) -> list:
    """A time (aware datetimes) as the three boxes show it, on the Finnish clock."""
    first, last = clock.local(start), clock.local(end)
    return [first.date(), first.time(), last.time()]


class PossibleTimeField(forms.MultiValueField):
    """Cleans to a pair of aware datetimes, start and end on the Finnish clock, or None when all three are empty.

    A time begins and ends on one day, and lies ahead.
    """

    widget = PossibleTimeInput
    default_error_messages = {
        "half": _("Write the day, the start and the end."),
        "backwards": _("The time must end after it starts."),
        "past": _("The time has already passed. Choose a day ahead."),
        "missing_hour": _("The clocks skip this hour that night. Choose another time."),
    }

    def __init__(self, **kwargs) -> None:
        parts = (FinnishDateField(required=False), ClockField(required=False), ClockField(required=False))
        super().__init__(parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: list) -> tuple[datetime, datetime] | None:
        if not any(part is not None for part in data_list):
            return None
        if any(part is None for part in data_list) or len(data_list) < len(LABELS):
            raise ValidationError(self.error_messages["half"], code="half")
        day, starts, ends = data_list
        start, end = self._moment(day, starts), self._moment(day, ends)
        if end <= start:
            raise ValidationError(self.error_messages["backwards"], code="backwards")
        if start <= clock.now():
            raise ValidationError(self.error_messages["past"], code="past")
        return start, end

    def _moment(self, day, hour: time) -> datetime:
        moment = datetime.combine(day, hour, tzinfo=clock.HELSINKI)
        if clock.local(moment.astimezone(UTC)).time() != hour:
            raise ValidationError(self.error_messages["missing_hour"], code="missing_hour")
        return moment
