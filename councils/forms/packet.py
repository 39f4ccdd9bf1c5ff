from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from councils.domain import packet
from councils.models import Meeting, Packet


class PacketForm(forms.Form):
    """The one press. Why it leaves late is asked only where it does."""

    late_because = GuardedCharField(
        label=_("Why do the papers leave late?"), readers=_("the leaders"), required=False, max_length=300
    )

    def __init__(self, *args: object, meeting: Meeting, is_late: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        if not is_late:
            del self.fields["late_because"]

    def save(self, by: Actor) -> Packet:
        """Raises `Refused`."""
        return packet.send(self.meeting, by, late_because=self.cleaned_data.get("late_because", ""))
