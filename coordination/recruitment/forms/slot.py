"""Times for interviews, many at once."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import ClockField, ComingDateField, GuardedCharField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import slot as verbs
from coordination.recruitment.models import Campaign

PLACE, REMOTE, PHONE = "place", "remote", "phone"
WAYS = [
    (PLACE, pgettext_lazy("interview", "In the same room")),
    (REMOTE, pgettext_lazy("interview", "Remotely")),
    (PHONE, pgettext_lazy("interview", "By phone")),
]


class InterviewersField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, person: Person) -> str:
        return person.full_name


class SlotsForm(GuardsTexts, Asking):
    """One day, from when to when, how long a talk is: as many times as fit."""

    day = ComingDateField(label=pgettext_lazy("interview", "Day"))
    begins = ClockField(label=pgettext_lazy("interview", "The first begins"))
    ends = ClockField(label=pgettext_lazy("interview", "The last is over by"))
    minutes = forms.IntegerField(
        label=_("Minutes for one talk"), min_value=15, max_value=180, initial=45, widget=forms.NumberInput
    )
    pause = forms.IntegerField(
        label=_("Minutes between talks"),
        min_value=0,
        max_value=120,
        initial=15,
        widget=forms.NumberInput,
    )
    interviewers = InterviewersField(
        queryset=Person.objects.none(),
        label=pgettext_lazy("interview", "Who interview"),
        help_text=_("Two are recommended: one talks, the other writes, and both have a view of their own."),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose who interviews. Two are recommended.")},
    )
    way = forms.ChoiceField(
        label=_("How do you meet?"),
        choices=WAYS,
        initial=PLACE,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
    )
    place = GuardedCharField(
        label=pgettext_lazy("interview", "Place"),
        help_text=_("The address, the room, and how to get in. A mail tells this, so nothing of what it is about."),
        required=False,
        max_length=200,
    )
    online_url = forms.URLField(label=_("Remote link"), required=False, assume_scheme="https")

    def __init__(self, *args: object, campaign: Campaign, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by = campaign, by
        self.fields["interviewers"].queryset = verbs.interviewers_of(campaign)
        for name in ("minutes", "pause"):
            self.fields[name].widget.attrs["class"] = "input--short"
        last = campaign.slots.order_by("-pk").first()
        if last:
            self.initial |= {"place": last.place, "online_url": last.online_url}
            self.initial["interviewers"] = list(last.interviewers.values_list("pk", flat=True))

    def act(self) -> object:
        facts = self.cleaned_data
        way = facts["way"]
        return verbs.offer(
            self.campaign,
            self.by,
            times=verbs.times(facts["day"], facts["begins"], facts["ends"], facts["minutes"], facts["pause"]),
            interviewers=facts["interviewers"],
            place=facts["place"] if way == PLACE else "",
            online_url=facts["online_url"] if way == REMOTE else "",
            by_phone=way == PHONE,
        )

    @property
    def told(self) -> str:
        words = ngettext("%(count)s time is offered.", "%(count)s times are offered.", len(self.made))
        return words % {"count": len(self.made)}

    @property
    def remarks(self) -> list[str]:
        enough = len(self.cleaned_data["interviewers"]) >= verbs.RECOMMENDED
        return [] if enough else [_("Only one interviews at these times. Two are recommended.")]
