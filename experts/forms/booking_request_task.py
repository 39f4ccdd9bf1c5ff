"""Step 1: what is ordered, in whose name, and what experience is wished for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.people.models import Unit
from experts.domain import booking_request, expert_language
from experts.models import BookingRequest, Expert, ServiceArea, TaskType
from experts.permissions import booking_request as permissions

from .booking_request import ASKED_READ, BOTH_READ, StepForm
from .booking_request_asked import areas_field, seats_field, task_type_field
from .booking_request_known import Known


class TaskStep(StepForm):
    unit = forms.ModelChoiceField(Unit.objects.none(), label=_("Which unit orders?"), empty_label=None)
    task_type = task_type_field()
    topic = GuardedCharField(
        label=_("What is it about, in a few words?"),
        help_text=_("For example: opening unpaid bills. This is the title of the order."),
        readers=ASKED_READ,
        required=False,
        max_length=120,
    )
    need = GuardedTextField(
        label=_("What do you need?"),
        help_text=_(
            "Needed unless it is a client meeting. Do not write anything from which a client could be recognised."
        ),
        readers=BOTH_READ,
        max_length=4000,
        error_messages={"required": _("Tell what you need the expert for.")},
    )
    areas = areas_field()
    languages = forms.MultipleChoiceField(
        label=_("In which languages?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    seats = seats_field()
    wishes = forms.MultipleChoiceField(
        label=_("Your wishes from the folder"),
        help_text=_("In the order of your wish. Untick the ones you do not want after all. The coordinator asks them."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, wished: Sequence[tuple[Expert, str]] = (), known: Known | None = None, **kwargs) -> None:
        self.known = known or Known()
        self.wished = {expert.staff_key: (expert, name) for expert, name in wished}
        super().__init__(*args, **kwargs)

    def values_of(self, order: BookingRequest) -> dict[str, Any]:
        return {**super().values_of(order), "areas": order.areas.all(), "wishes": list(self.wished)}

    def prepare(self) -> None:
        super().prepare()
        units = permissions.ordering_units(self.actor.user)
        self.fields["unit"].queryset = units
        if len(units) == 1 and "unit" in self.fields:
            self.only_unit = units[0]
            self.drop("unit")
        self.fields["task_type"].queryset = TaskType.objects.filter(in_use=True)
        self.fields["areas"].queryset = ServiceArea.objects.filter(in_use=True)
        self.fields["languages"].choices = list(expert_language.NAMES.items())
        if self.order is None and self.actor.person:
            self.initial["languages"] = [self.actor.person.language]
        if self.order is None:
            self.initial["topic"] = self.known.topic
        self.fields["wishes"].choices = [(key, name) for key, (__, name) in self.wished.items()]
        if not self.wished:
            self.drop("wishes")
        elif self.order is None:
            self.initial["wishes"] = list(self.wished)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        task_type = cleaned.get("task_type") or (self.order and self.order.task_type)
        goal = cleaned.get("goal") or (self.order and self.order.goal)
        if goal or not task_type or task_type.is_client_meeting:
            self.excuse("need")
        return cleaned

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        if "wishes" in facts:
            facts["wishes"] = [self.wished[key][0] for key in facts["wishes"]]
        task_type = facts.get("task_type") or (self.order and self.order.task_type)
        if "seats" in facts and not facts["seats"] and task_type:
            facts["seats"] = task_type.usual_experts
        # What a draft cannot be without stays as it was.
        return {
            name: value
            for name, value in facts.items()
            if value is not None or name not in {"unit", "task_type", "seats"}
        }

    def save(self) -> BookingRequest:
        if self.order is None:
            facts = self.facts()
            unit = facts.pop("unit", None) or self.only_unit
            task_type = facts.pop("task_type")
            facts |= self.known.facts(task_type)
            return booking_request.draft(self.actor, unit, task_type, facts.pop("wishes", ()), **facts)
        return super().save()
