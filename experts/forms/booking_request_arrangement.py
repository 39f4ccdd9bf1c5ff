"""What is arranged for the people of the meeting, and whether it is safe: questions of two steps of the order form (GC-06, GC-13)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from experts.models import Arrangement

from .booking_request import ASKED_READ


def arrangements_field() -> forms.MultipleChoiceField:
    """Beside the place: ticked, so that nobody has to ask."""
    return forms.MultipleChoiceField(
        label=_("What is arranged at the place?"),
        choices=Arrangement.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )


def interpreter_field() -> GuardedCharField:
    return GuardedCharField(
        label=_("Does an interpreter come? In which language?"),
        help_text=_("For example: Arabic. The worker books the interpreter."),
        readers=ASKED_READ,
        required=False,
        max_length=60,
    )


def safety_field() -> GuardedTextField:
    """For a meeting with a client: thought of beforehand, read before answering."""
    return GuardedTextField(
        label=_("Is the meeting safe for everybody?"),
        help_text=_(
            "Does somebody else need to be present? Is the place calm, is there a way out, whom do you call? "
            "Write nothing from which the client could be recognised."
        ),
        readers=ASKED_READ,
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
