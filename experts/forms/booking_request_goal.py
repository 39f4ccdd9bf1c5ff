"""Step 2: the goal; for a client meeting the client's permission, otherwise who takes part."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from experts.models import BookingRequest

from .booking_request import ASKED_READ, BOTH_READ, COORDINATOR_READS, StepForm
from .booking_request_arrangement import safety_field
from .booking_request_asked import audience_field, audience_size_field
from .seat_role import RolesPart

GIVEN = BookingRequest.Permission.GIVEN
MINUTES = [(0, _("No debrief")), *((minutes, f"{minutes} min") for minutes in (15, 30, 45, 60))]
CLIENT_ONLY = ("permission", "permission_on", "permission_asked_by", "professional", "safety_note")

MEDIA_ONLY = ("medium", "publisher", "published_where", "reads_first")


class GoalStep(RolesPart, StepForm):
    goal = GuardedTextField(label=_("What is the goal?"), readers=BOTH_READ, required=False, max_length=2000)
    permission = forms.ChoiceField(
        label=_("Has the client given permission?"),
        help_text=_("The permission is always asked. Without it the order cannot be sent."),
        choices=[
            (GIVEN, _("Yes, the client gave permission")),
            (BookingRequest.Permission.NOT_ASKED, pgettext_lazy("permission", "Not yet")),
        ],
        widget=forms.RadioSelect,
    )
    permission_on = FinnishDateField(
        label=_("On which day was the permission given?"),
        help_text=_("For example 13.11.2026"),
        error_messages={"required": _("Write the day when the client gave permission.")},
    )
    permission_asked_by = GuardedCharField(
        label=_("Who asked the client?"),
        help_text=_("An employee's name or title. Never the client's name."),
        readers=COORDINATOR_READS,
        error_messages={"required": _("Write who asked the client.")},
        max_length=120,
    )
    professional = GuardedCharField(
        label=_("Who is responsible for the client's situation?"),
        help_text=_("The professional who knows the client and takes part in the meeting."),
        readers=BOTH_READ,
        max_length=120,
        error_messages={"required": _("Write who is responsible for the client's situation.")},
    )
    audience = audience_field()
    audience_size = audience_size_field()
    with_minors = forms.BooleanField(label=_("Children or young people take part"), required=False)
    medium = forms.ChoiceField(
        label=_("What is made?"),
        choices=BookingRequest.Medium.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose what is made.")},
    )
    publisher = GuardedCharField(
        label=_("Who publishes it?"),
        help_text=_("For example: Esimerkin Sanomat, reporter Maija Mallinen."),
        readers=ASKED_READ,
        max_length=120,
        error_messages={"required": _("Write who publishes it.")},
    )
    published_where = GuardedCharField(
        label=_("Where is it seen or heard, and how long?"),
        help_text=_("For example: the paper and its website, for now."),
        readers=ASKED_READ,
        max_length=200,
        error_messages={"required": _("Write where it is seen or heard, and how long.")},
    )
    reads_first = forms.ChoiceField(
        label=_("Does the expert read or hear it before it is published?"),
        help_text=_("Ask the reporter. The expert decides with this knowledge."),
        choices=BookingRequest.ReadsFirst.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Tell whether the expert reads or hears it before it is published.")},
    )
    safety_note = safety_field()
    debrief_minutes = forms.TypedChoiceField(
        label=_("How long a debrief do you reserve after the meeting?"),
        help_text=_("A debrief is a short talk between you and the expert by experience."),
        choices=MINUTES,
        coerce=int,
        widget=forms.Select(attrs={"class": "input--short"}),
    )

    def values_of(self, order: BookingRequest) -> dict[str, Any]:
        values = super().values_of(order)
        if order.task_type.is_client_meeting and not order.professional:
            orderer = order.orderer
            values["professional"] = ", ".join(filter(None, (orderer.full_name, orderer.title)))
        return values

    def prepare(self) -> None:
        super().prepare()
        task_type = self.order.task_type
        goal = self.fields["goal"]
        goal.help_text = _("What should be different after the meeting? Two or three sentences are enough.")
        if task_type.is_client_meeting:
            goal.label = _("What is the goal of the meeting?")
            goal.required = True
            goal.error_messages["required"] = _("Write the goal you have agreed on with the client.")
            goal.help_text = _(
                "Write the goal that you have agreed on together with the client. "
                "Do not write the client's name or anything from which the client could be recognised."
            )
        else:
            self.drop(*CLIENT_ONLY)
        if not task_type.is_media:
            self.drop(*MEDIA_ONLY)
        if not task_type.asks_audience:
            self.drop("audience", "audience_size")

    def clean_permission_on(self):
        day = self.cleaned_data["permission_on"]
        if day and day > clock.today():
            raise ValidationError(_("Write the day as dd.mm.yyyy. It can be today or earlier."), code="future")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("permission") != GIVEN:
            self.excuse("permission_on", "permission_asked_by")
        return cleaned
