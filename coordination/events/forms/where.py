"""Where the times of a series are: on the spot, remotely, or both (AN-02)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event
from coordination.foundation.guarded import GuardedCharField, GuardsTexts

from .event import READERS

WHERE = ("mode", "place", "online_url")
Mode = Event.Mode


class WherePart(GuardsTexts, forms.Form):
    """The same for every time; what the chosen way needs is asked at once."""

    mode = forms.ChoiceField(
        label=_("On the spot or remotely"), choices=Mode.choices, initial=Mode.PLACE, widget=forms.RadioSelect
    )
    place = GuardedCharField(label=_("Place"), required=False, max_length=200, readers=READERS)
    online_url = forms.URLField(label=_("Remote link"), required=False, assume_scheme="https")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        mode = cleaned.get("mode")
        if mode in (Mode.PLACE, Mode.HYBRID) and not cleaned.get("place") and "place" not in self.errors:
            self.add_error("place", _("Write where the event is before anybody is told."))
        if mode in (Mode.REMOTE, Mode.HYBRID) and not cleaned.get("online_url") and "online_url" not in self.errors:
            self.add_error("online_url", _("Give the remote link before anybody is told."))
        return cleaned

    def where(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in WHERE}
