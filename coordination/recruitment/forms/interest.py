"""“I am interested”: the form of a campaign on the public site and at an event. Anybody may fill it in (CC-08, CC-09)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from coordination.events.models import Event
from coordination.foundation.asking import Asking
from coordination.foundation.street import StreetForm
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import applicant as verbs
from coordination.recruitment.domain import channel as channels
from coordination.recruitment.models import Applicant, Campaign, Channel

from .details import REACH, SaidPart, WhoPart

# In an applicant's own mouth "our site" and "own worker" would be theirs.
OWN_WORDS = {Channel.Kind.SITE: _("this website"), Channel.Kind.OWN_WORKER: _("a worker whom I meet")}
ASKED = [(kind, OWN_WORDS.get(kind, label)) for kind, label in Channel.Kind.choices if kind != Channel.Kind.EVENT]


class InterestForm(Asking, SaidPart, WhoPart, StreetForm):
    """A first name and one way to be reached are enough. One who is signed in is asked for neither."""

    heard = forms.ChoiceField(
        label=_("Where did you hear of this?"),
        choices=[("", _("I do not remember")), *ASKED],
        required=False,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )

    def __init__(
        self,
        *args: object,
        campaign: Campaign,
        channel: Channel | None = None,
        event: Event | None = None,
        person: Person | None = None,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.channel, self.event, self.person = campaign, channel, event, person
        if person:
            for name in ("first_name", "last_name", *REACH, "channel", "format"):
                del self.fields[name]
        if event or (channel and channel.kind != Channel.Kind.SITE):
            del self.fields["heard"]
        if campaign.kind == Campaign.Kind.EXPERTS:
            del self.fields["is_in_body"]
        self.fields["is_employee"].label = _("I work here: %(name)s") % {"name": campaign.unit.organisation().names}

    @property
    def opens_address(self) -> bool:
        return self._tells("street", "postcode", "town")

    @property
    def opens_more(self) -> bool:
        return self._tells("motivation", "services", "age_band", "area", "is_first_timer", "format", "heard")

    def _tells(self, *names: str) -> bool:
        """Something was written or is to be mended there. The rest stays folded: a mistake elsewhere makes nothing longer."""
        boxes = [self[name] for name in names if name in self.fields]
        return any(box.errors or box.value() for box in boxes)

    def act(self) -> Applicant:
        who: Person | dict[str, Any] = self.person or {**self.who(), "language": get_language()}
        by = Actor.of(self.person.user) if self.person else Actor()
        source = Applicant.Source.EVENT if self.event else Applicant.Source.FORM
        return verbs.register(self.campaign, by, who, self.said(), source=source, channel=self._way(), event=self.event)

    def _way(self) -> Channel | None:
        if self.event:
            return channels.of_kind(self.campaign, Channel.Kind.EVENT)
        heard = self.cleaned_data.get("heard")
        return channels.of_kind(self.campaign, heard) if heard else self.channel
