"""What is ordered from outside, when and where: the middle of the public form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from experts.domain import expert_language, outside_order
from experts.models import BookingRequest, ServiceArea, TaskType

from .booking_request import ASKED_READ
from .booking_request_arrangement import arrangements_field
from .booking_request_time import PossibleTimeField

BOTH_READ = _("the coordinator and the expert by experience")
COORDINATOR_READS = _("the coordinator")
TIMES = ("time_1", "time_2", "time_3")
Mode = BookingRequest.Mode
WARNING = _("Do not write anything from which a client, a pupil or a patient could be recognised.")


class TaskPart(GuardsTexts, forms.Form):
    task_type = forms.ModelChoiceField(
        TaskType.objects.none(),
        label=_("What do you need an expert for?"),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose the task.")},
    )
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
    audience = GuardedCharField(
        label=_("Who takes part?"),
        help_text=_("For example: second-year students of social work, and two teachers."),
        readers=BOTH_READ,
        required=False,
        max_length=200,
    )
    audience_size = forms.IntegerField(
        label=_("How many take part?"),
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    with_minors = forms.BooleanField(label=_("Children or young people take part"), required=False)
    areas = forms.ModelMultipleChoiceField(
        ServiceArea.objects.none(),
        label=_("Which experience do you wish for?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )
    languages = forms.ChoiceField(
        label=_("In which language?"),
        widget=forms.Select(attrs={"class": "input--date"}),
        error_messages={"required": _("Choose the language.")},
    )
    seats = forms.IntegerField(
        label=_("How many experts?"),
        help_text=_("Leave empty if you are not sure: the usual number for the task."),
        required=False,
        min_value=1,
        max_value=12,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    wishes = forms.MultipleChoiceField(
        label=_("Your wishes from the public folder"),
        help_text=_("The coordinator asks them. Untick the ones you do not want after all."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": _("There is no such expert in the public folder.")},
    )
    time_1 = PossibleTimeField(
        label=_("1. possible time"),
        help_text=_("For example 25.11.2026, from 13 to 14.30. The more times, the sooner somebody is found."),
        error_messages={"required": _("Give at least one possible time.")},
    )
    time_2 = PossibleTimeField(label=_("2. possible time"), required=False)
    time_3 = PossibleTimeField(label=_("3. possible time"), required=False)
    mode = forms.ChoiceField(
        label=_("Where do you meet?"), choices=Mode.choices, initial=Mode.PLACE, widget=forms.RadioSelect
    )
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
    interpreter = GuardedCharField(
        label=_("Does an interpreter come? In which language?"),
        help_text=_("For example: Arabic, or sign language. You book the interpreter, and the expert knows of it."),
        readers=ASKED_READ,
        required=False,
        max_length=60,
    )
    arrangements = arrangements_field()
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
        self._excuse("place" if cleaned.get("mode") == Mode.REMOTE else "online_url")
        return cleaned

    def _excuse(self, name: str) -> None:
        """An empty box is fine after all: what it asks is needed only with the other way of meeting."""
        errors = self.errors.get(name)
        if errors and errors.as_data()[0].code == "required":
            del self.errors[name]
            self.cleaned_data[name] = ""

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
