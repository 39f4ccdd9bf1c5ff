from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField
from coordination.messaging.domain import call as verbs
from coordination.messaging.models import Message
from coordination.people.actor import Actor


class CallForm(forms.Form):
    """What came of one call: about the calling alone, never the matter."""

    note = GuardedCharField(
        label=_("Note about the calling"),
        help_text=_("For example: try after four. Nothing of the matter."),
        readers=_("the coordinators"),
        required=False,
        max_length=200,
    )

    def __init__(self, *args: object, messages: list[Message], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.messages = messages

    def save(self, by: Actor, *, is_reached: bool) -> int:
        """Raises `Refused`."""
        verb = verbs.reached if is_reached else verbs.not_reached
        return verb(self.messages, by, self.cleaned_data["note"])
