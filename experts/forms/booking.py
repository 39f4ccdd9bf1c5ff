"""What became of a session, as its orderer or the coordinator tells: held, or who did not come."""

from __future__ import annotations

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coordination.foundation import formats
from coordination.foundation.fields import GuardedCharField
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import absence
from experts.domain import session as verbs
from experts.models import Session

HELD = "yes"
ABSENT = {
    Session.Status.EXPERT_ABSENT: _("No, the expert did not come"),
    Session.Status.ORDERER_ABSENT: _("No, nobody from the orderer's side came"),
    Session.Status.CLIENT_ABSENT: _("No, the client did not come, the expert was there"),
}


class OutcomeForm(forms.Form):
    """Each answer tells what it brings, before it is given."""

    held = forms.ChoiceField(
        label=_("Did the meeting take place?"),
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
        error_messages={"required": _("Choose what happened.")},
    )
    reason = GuardedCharField(
        label=_("Is there something to tell?"),
        help_text=_("One sentence. Do not write about the client."),
        required=False,
        max_length=300,
        readers=_("the coordinator and the expert"),
    )

    def __init__(self, *args: object, session: Session, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.session, self.by = session, by
        is_client_meeting = session.booking.booking_request.client_meeting
        asked = [who for who in ABSENT if is_client_meeting or who != Session.Status.CLIENT_ABSENT]
        self.fields["held"].choices = [(HELD, _("Yes, it did")), *((who, self._words(who)) for who in asked)]
        when = formats.span(session.starts_at, session.ends_at)
        self.fields["held"].help_text = when

    def _words(self, who: str) -> str:
        due = absence.outcome(self.session, who).amount
        paid = gettext("the expert is paid %(due)s") % {"due": formats.euros(due)} if due else gettext("no fee")
        return format_lazy("{}: {}", ABSENT[who], paid)

    def save(self) -> bool:
        try:
            if self.cleaned_data["held"] == HELD:
                verbs.mark_held(self.session, self.by)
            else:
                absence.mark(self.session, self.cleaned_data["held"], self.by, self.cleaned_data["reason"])
        except Refused as refusal:
            refusal.as_form_error(self)
            return False
        return True
