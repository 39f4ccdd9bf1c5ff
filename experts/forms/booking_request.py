"""The order form, one step at a time. A step keeps what is sound even when it is not finished."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedTextField, GuardsTexts
from coordination.people.actor import Actor
from experts.domain import booking_request
from experts.models import BookingRequest

BOTH_READ = _("the coordinator and the expert by experience")
COORDINATOR_READS = _("the coordinator")
ASKED_READ = _("the coordinator, and the expert once asked")
TIMES = tuple(f"time_{number}" for number in range(1, 6))


class Excusing:
    """A form some boxes of which are required only with a certain choice."""

    def excuse(self, *names: str) -> None:
        """An empty box is fine after all: what it asks is needed only with another choice."""
        for name in names:
            errors = self.errors.get(name)
            if errors and errors.as_data()[0].code == "required":
                del self.errors[name]
                self.cleaned_data[name] = self.fields[name].to_python("")


class StepForm(Excusing, GuardsTexts, forms.Form):
    """One step of the order form, bound to an order.

    `save` keeps a finished step. `keep` keeps what is sound of an unfinished one: a field with an error, above all one
    that holds an identity code, is left as it was in the order, and what was typed stays in the browser (L-04).
    """

    # Some boxes are required only with a certain choice: the server tells, not the browser.
    use_required_attribute = False

    def __init__(self, *args, order: BookingRequest | None = None, actor: Actor, **kwargs) -> None:
        self.order, self.actor = order, actor
        super().__init__(*args, initial=self.values_of(order) if order else None, **kwargs)
        self.prepare()

    def values_of(self, order: BookingRequest) -> dict[str, Any]:
        """What the order holds, by form field."""
        return {name: getattr(order, name) for name in self.base_fields if hasattr(order, name)}

    def prepare(self) -> None:
        """Leave out what the task does not need, and fill in the choices."""

    def drop(self, *names: str) -> None:
        for name in names:
            self.fields.pop(name, None)

    def facts(self) -> dict[str, Any]:
        """The sound fields in the words of the verb."""
        return dict(self.cleaned_data)

    def save(self) -> BookingRequest:
        return booking_request.save(self.order, self.actor, **self.facts())

    def keep(self) -> BookingRequest:
        """Keep the sound fields. An empty one is sound: a draft need not be complete."""
        for name, errors in self.errors.items():
            if errors.as_data()[0].code == "required" and name in self.fields:
                self.cleaned_data[name] = self.fields[name].to_python("")
        return self.save()

    def refused_fields(self) -> dict[str, str]:
        """Fields that were not kept, each with its reason."""
        mended = getattr(self, "cleaned_data", {})
        return {name: str(errors[0]) for name, errors in self.errors.items() if name not in mended}


class SendForm(forms.Form):
    """The last step: a word to the coordinator, and off it goes."""

    greeting = GuardedTextField(
        label=_("Message to the coordinator"),
        help_text=_("Do not write anything from which the client could be recognised."),
        readers=COORDINATOR_READS,
        required=False,
        max_length=2000,
    )

    def __init__(self, *args, order: BookingRequest, actor: Actor, **kwargs) -> None:
        self.order, self.actor = order, actor
        super().__init__(*args, initial={"greeting": order.greeting}, **kwargs)

    def keep(self) -> BookingRequest:
        return booking_request.save(self.order, self.actor, **self.cleaned_data)

    def refused_fields(self) -> dict[str, str]:
        return {name: str(errors[0]) for name, errors in self.errors.items()}

    def save(self) -> BookingRequest:
        self.keep()
        return booking_request.send(self.order, self.actor)
