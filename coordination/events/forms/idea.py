"""Leaving an idea at an event: without a name (TD-06)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.domain import idea
from coordination.events.models import Event
from coordination.feedback.domain.suggestion import LONGEST
from coordination.feedback.models import Suggestion
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedTextField
from coordination.foundation.street import StreetForm
from coordination.people.actor import Actor


class IdeaForm(Asking):
    """A few words, written by whoever was there or by an organiser for them."""

    text = GuardedTextField(
        label=pgettext_lazy("suggestion", "Your idea"),
        help_text=_("A few words are enough. What works badly? What would make it better?"),
        readers=_("those who lead the client councils; no name goes along"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write your idea first. A few words are enough.")},
    )

    def __init__(self, *args: object, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event

    def act(self) -> Suggestion:
        return idea.leave(self.event, Actor(), text=self.cleaned_data["text"])


class StreetIdeaForm(IdeaForm, StreetForm):
    """The same on the public site, where machines come by as well."""
