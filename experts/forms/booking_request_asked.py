"""What the staff's order form and the public one ask in the same words."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from experts.models import ServiceArea, TaskType

from .booking_request import BOTH_READ
from .booking_request_time import PossibleTimeField


def task_type_field() -> forms.ModelChoiceField:
    return forms.ModelChoiceField(
        TaskType.objects.none(),
        label=_("What do you need an expert for?"),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose the task.")},
    )


def areas_field() -> forms.ModelMultipleChoiceField:
    return forms.ModelMultipleChoiceField(
        ServiceArea.objects.none(),
        label=_("Which experience do you wish for?"),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )


def seats_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("How many experts?"),
        help_text=_("Leave empty if you are not sure: the usual number for the task."),
        required=False,
        min_value=1,
        max_value=12,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )


def audience_field() -> GuardedCharField:
    return GuardedCharField(
        label=_("Who takes part?"),
        help_text=_("For example: second-year students of social work, and two teachers."),
        readers=BOTH_READ,
        required=False,
        max_length=200,
    )


def audience_size_field() -> forms.IntegerField:
    return forms.IntegerField(
        label=_("How many take part?"),
        required=False,
        min_value=1,
        max_value=9999,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )


def first_time_field() -> PossibleTimeField:
    return PossibleTimeField(
        label=_("1. possible time"),
        help_text=_("For example 25.11.2026, from 13 to 14.30. The more times, the sooner somebody is found."),
        error_messages={"required": _("Give at least one possible time.")},
    )


def place_field() -> GuardedCharField:
    return GuardedCharField(
        label=pgettext_lazy("order", "Place"),
        help_text=_("Street address and town. Needed unless you meet remotely."),
        readers=BOTH_READ,
        max_length=200,
        error_messages={"required": _("Write where you meet.")},
    )


def directions_field() -> GuardedTextField:
    return GuardedTextField(
        label=_("Room and how to get there"),
        help_text=_("Which door, which floor, whom to call on arrival."),
        readers=BOTH_READ,
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


def venue_access_field() -> GuardedCharField:
    return GuardedCharField(
        label=_("Accessibility of the place"),
        help_text=_("For example: a lift, an induction loop, a parking space."),
        readers=BOTH_READ,
        required=False,
        max_length=200,
    )


def online_url_field() -> forms.URLField:
    return forms.URLField(
        label=_("Remote link"),
        help_text=_("Needed if you meet remotely. Begins with https://."),
        max_length=200,
        assume_scheme="https",
        error_messages={
            "required": _("Add the remote link."),
            "invalid": _("Write the whole address of the remote meeting, beginning with https://."),
        },
    )
