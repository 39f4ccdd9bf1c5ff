"""Changing an open meeting, and cancelling one: only what the invited must be told of."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import meeting_cancel, meeting_change
from councils.models import Council, Meeting

from .in_languages import InLanguages
from .meeting import WhenForm

READERS = _("everybody invited")


class ChangeForm(GuardsTexts, InLanguages, WhenForm):
    """Day, hours, place and the way there."""

    mode = forms.ChoiceField(label=_("On the spot or remotely"), choices=Council.Mode.choices, widget=forms.RadioSelect)
    place = GuardedCharField(label=pgettext_lazy("meeting", "Place"), required=False, max_length=200, readers=READERS)
    online_url = forms.URLField(label=_("Remote link"), required=False, assume_scheme="https")

    def __init__(self, *args: object, meeting: Meeting, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.council, self.by = meeting, meeting.council, by
        begins, ends = clock.local(meeting.starts_at), clock.local(meeting.ends_at)
        self.initial |= {"day": begins.date(), "begins": begins.time(), "ends": ends.time()}
        self.initial |= {name: getattr(meeting, name) for name in ("mode", "place", "online_url")}
        self.add_texts("directions", _("How to get there"), value=meeting.directions, rows=3, readers=READERS)
        self.add_texts(
            "venue_access", _("Accessibility of the place"), value=meeting.venue_access, rows=3, readers=READERS
        )

    def save(self) -> bool:
        """Change and tell; False when the domain refused, the reason then stands on the form."""
        facts = {name: self.cleaned_data[name] for name in ("mode", "place", "online_url")}
        facts |= {name: self.texts(name) for name in ("directions", "venue_access")}
        try:
            meeting_change.change(self.meeting, self.by, starts_at=self.starts_at(), ends_at=self.ends_at(), **facts)
        except Refused as refusal:
            at = {"end": "ends", "directions": self.box("directions"), "venue_access": self.box("venue_access")}
            field = at.get(refusal.field or "", refusal.field)
            Refused(refusal.message, field=field, code=refusal.code).as_form_error(self)
            return False
        return True


class CancelForm(Asking):
    """The reason, as everybody reads it."""

    reason = GuardedCharField(
        label=_("Why is the meeting cancelled?"),
        help_text=_("One sentence. Nobody's health, nobody's name."),
        readers=READERS,
        max_length=meeting_cancel.MOST_WORDS,
        error_messages={"required": _("Tell why: everybody invited reads it.")},
    )

    def __init__(self, *args: object, meeting: Meeting, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.by = meeting, by

    def act(self) -> Meeting:
        return meeting_cancel.cancel(self.meeting, self.by, reason=self.cleaned_data["reason"])
