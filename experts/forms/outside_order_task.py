"""What is ordered from outside, when and where: the middle of the public form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from experts.domain import expert_language, outside_order
from experts.models import BookingRequest, ServiceArea

from .booking_request import ASKED_READ, BOTH_READ, COORDINATOR_READS, Excusing
from .booking_request_arrangement import arrangements_field
from .booking_request_asked import (
    areas_field,
    audience_field,
    audience_size_field,
    directions_field,
    first_time_field,
    online_url_field,
    place_field,
    seats_field,
    task_type_field,
    venue_access_field,
)
from .booking_request_time import PossibleTimeField

TIMES = ("time_1", "time_2", "time_3")
Mode = BookingRequest.Mode
WARNING = _("Do not write anything from which a client, a pupil or a patient could be recognised.")


class TaskPart(Excusing, GuardsTexts, forms.Form):
    task_type = task_type_field()
    topic = GuardedCharField(
        label=_("What is it about, in a few words?"),
        help_text=_("For example: life after prison. This is the title of the order."),
        readers=BOTH_READ,
        max_length=120,
        error_messages={"required": _("Write a few words on the subject.")},
    )
    need = GuardedTextField(
        label=_("What should the expert tell or do?"),
        help_text=WARNING,
        readers=BOTH_READ,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Tell what you need the expert for.")},
    )
    goal = GuardedTextField(
        label=_("What is the goal?"),
        help_text=_("What should be different afterwards? A sentence or two is enough."),
        readers=BOTH_READ,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    audience = audience_field()
    audience_size = audience_size_field()
    with_minors = forms.BooleanField(label=_("Children or young people take part"), required=False)
    areas = areas_field()
    languages = forms.ChoiceField(
        label=_("In which language?"),
        widget=forms.Select(attrs={"class": "input--date"}),
        error_messages={"required": _("Choose the language.")},
    )
    seats = seats_field()
    wishes = forms.MultipleChoiceField(
        label=_("Your wishes from the public folder"),
        help_text=_("The coordinator asks them. Untick the ones you do not want after all."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("There is no such expert in the public folder.")},
    )
    time_1 = first_time_field()
    time_2 = PossibleTimeField(label=_("2. possible time"), required=False)
    time_3 = PossibleTimeField(label=_("3. possible time"), required=False)
    mode = forms.ChoiceField(
        label=_("Where do you meet?"), choices=Mode.choices, initial=Mode.PLACE, widget=forms.RadioSelect
    )
    place = place_field()
    directions = directions_field()
    venue_access = venue_access_field()
    interpreter = GuardedCharField(
        label=_("Does an interpreter come? In which language?"),
        help_text=_("For example: Arabic, or sign language. You book the interpreter, and the expert knows of it."),
        readers=ASKED_READ,
        required=False,
        max_length=60,
    )
    arrangements = arrangements_field()
    online_url = online_url_field()
    greeting = GuardedTextField(
        label=_("Message to the coordinator"),
        help_text=WARNING,
        readers=COORDINATOR_READS,
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["task_type"].queryset = outside_order.task_types()
        self.fields["areas"].queryset = ServiceArea.objects.filter(in_use=True)
        self.fields["languages"].choices = list(expert_language.NAMES.items())

    def offer_wishes(self, wished: Sequence[tuple[str, str]]) -> None:
        """Public experts by key and name; the field goes where there are none."""
        self.fields["wishes"].choices = list(wished)
        if not wished:
            del self.fields["wishes"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.excuse("place" if cleaned.get("mode") == Mode.REMOTE else "online_url")
        return cleaned

    def task_facts(self) -> dict[str, Any]:
        """The sound fields in plain values: keys of rows, times as ISO pairs."""
        said = self.cleaned_data
        texts = ("topic", "need", "goal", "audience", "place", "directions", "venue_access", "online_url", "mode")
        spans = [said[name] for name in TIMES if said.get(name)]
        return {
            **{name: said[name] for name in (*texts, "interpreter", "arrangements", "audience_size", "with_minors")},
            "languages": [said["languages"]],
            "task_type": said["task_type"].pk,
            "areas": [area.pk for area in said["areas"]],
            "seats": said["seats"] or said["task_type"].usual_experts,
            "times": [[start.isoformat(), end.isoformat()] for start, end in spans],
        }
