"""The card of the agreement: three short lines that both sides see and the client may read (CM-10)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from coordination.foundation.guarded import GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import agreement as verbs
from experts.models import Booking

READERS = _("both sides and the coordinator; the client, if you print it")
SUGGESTIONS = {
    "opens": (
        _("The worker opens and introduces everybody."),
        _("The expert by experience opens by telling a little of oneself."),
        _("The client opens, if the client likes."),
    ),
    "not_asked": (
        _("The reasons for the client's situation are not asked."),
        _("Nothing is asked about the family."),
        _("Nothing is asked of diagnoses or medicines."),
        _("The expert's own story is not asked further than the expert tells."),
    ),
    "pause": (
        _("Whoever needs a pause raises a hand. No reason is asked."),
        _("We have a pause of five minutes in the middle."),
        _("Anyone may leave the room and come back."),
    ),
}


class AgreementCardForm(forms.Form):
    opens = GuardedCharField(label=_("Who opens the meeting?"), required=False, max_length=120, readers=READERS)
    not_asked = GuardedCharField(label=_("What is not asked?"), required=False, max_length=300, readers=READERS)
    pause = GuardedCharField(label=_("How do we pause?"), required=False, max_length=200, readers=READERS)

    def __init__(self, *args: object, booking: Booking, party: str, by: Actor, **kwargs: object) -> None:
        agreement = getattr(booking, "agreement", None)
        initial = {name: getattr(agreement, name, "") for name in verbs.CARD}
        super().__init__(*args, initial=initial, **kwargs)
        self.booking, self.party, self.by = booking, party, by
        for name in verbs.CARD:
            self.fields[name].widget.attrs["list"] = f"ehdotuksia-{name}"
            self.fields[name].help_text = _("Write it in your own words, or choose a suggestion. No names.")

    def suggestions(self) -> list[tuple[str, tuple]]:
        """The key of each list of suggestions with its sentences."""
        return [(f"ehdotuksia-{name}", sentences) for name, sentences in SUGGESTIONS.items()]

    def save(self) -> bool:
        try:
            verbs.write_card(self.booking, self.party, self.by, **self.cleaned_data)
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
