"""Choosing how messages come: what each way means, and what it needs (CO-02, L-32)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from coordination.foundation.phone import e164
from coordination.people.models import Person

Channel = Person.Channel
MEANING: dict[str, Any] = {
    Channel.EMAIL: _("E-mail: comes at once, with a link to press"),
    Channel.POST: _("Post: a letter home, a few days after it was written"),
    Channel.PHONE: _("Phone: the coordinator calls and tells it"),
    Channel.SMS: _("Text message: a link that opens in the telephone, nothing else"),
}
NEEDS: dict[str, tuple[str, ...]] = {
    Channel.POST: ("street", "postcode", "town"),
    Channel.PHONE: ("phone",),
    Channel.SMS: ("phone",),
}
LACKS: dict[str, Any] = {
    Channel.POST: _("A letter needs the whole postal address. Write it, or choose another way."),
    Channel.PHONE: _("Write the phone number, or choose another way."),
    Channel.SMS: _("Write the phone number, or choose another way."),
}


class ChoosesChannel:
    """For a form of a person: each way is told in plain words, and one that lacks what it needs is refused."""

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        is_offered = settings.SMS_BACKEND != "off" or self.instance.channel == Channel.SMS
        self.fields["channel"].choices = [
            (value, words) for value, words in MEANING.items() if value != Channel.SMS or is_offered
        ]

    def clean(self) -> dict:
        cleaned = super().clean()
        channel = self.cleaned_data.get("channel")
        for name in NEEDS.get(channel, ()):
            if not self._given(name) and self._must_have(channel):
                self.add_error(
                    name if name in self.fields else "channel", ValidationError(LACKS[channel], code="lacks")
                )
        if channel == Channel.SMS and self._given("phone") and e164(self._given("phone")) is None:
            wrong = _("This is no number a text message could go to. Write it as 040 123 4567 or +358 40 123 4567.")
            self.add_error("phone" if "phone" in self.fields else "channel", ValidationError(wrong, code="number"))
        return cleaned

    def _must_have(self, channel: str) -> bool:
        """A choice made now is a whole one. One made earlier stands, and one just written down may tell the address
        later: until then its letters wait where the coordinator sees them."""
        if self.instance.pk is None:
            return channel != Channel.POST
        return "channel" in self.changed_data or channel == Channel.SMS

    def _given(self, name: str) -> str:
        """What stands in the form, or, for an address this user may not see, in the register."""
        return self.cleaned_data.get(name, "") if name in self.fields else getattr(self.instance, name)
