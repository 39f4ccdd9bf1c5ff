"""Inviting to an interview, choosing a time, writing one down for somebody who called or wrote, and what needs no words."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext, pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.keys import ticked
from coordination.people.actor import PHONE, POST, Actor
from coordination.recruitment.domain import interview as verbs
from coordination.recruitment.domain import interview_asking, interview_times
from coordination.recruitment.models import Applicant, Campaign, Interview, Slot


class SlotField(forms.ModelChoiceField):
    """Times as people read them."""

    def label_from_instance(self, slot: Slot) -> str:
        where = pgettext("interview", "by phone") if slot.by_phone else slot.place or pgettext("interview", "remotely")
        return f"{formats.span(slot.starts_at, slot.ends_at)}, {where}"


class ChooseForm(Asking):
    """One of the free times; drawn by days in `templates/recruitment/times/_times.html`."""

    slot = SlotField(
        queryset=Slot.objects.none(),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        label=pgettext_lazy("interview", "Time"),
        error_messages={
            "required": _("Choose one of the times."),
            "invalid_choice": _("Somebody else took this time a moment ago. Choose another one."),
        },
    )

    def __init__(self, *args: object, interview: Interview, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.interview, self.by = interview, by
        self.fields["slot"].queryset = Slot.objects.free().filter(campaign=interview.applicant.campaign_id)

    def act(self) -> object:
        return verbs.choose(self.interview, self.cleaned_data["slot"], self.actor())

    def actor(self) -> Actor:
        return self.by

    @property
    def problem(self) -> str:
        """The first thing that is wrong, for a page that draws no field errors of its own."""
        return next((rows[0] for rows in self.errors.values()), "")


class WrittenDownForm(ChooseForm):
    """A time told on the phone, or come by post, written down by a recruiter."""

    via = forms.ChoiceField(
        label=_("How did the answer come?"),
        choices=[(PHONE, _("By phone, or said")), (POST, _("By post"))],
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        initial=PHONE,
    )
    field_order = ["slot", "via"]

    def actor(self) -> Actor:
        return self.by.acting_for(self.interview.applicant.person, via=self.cleaned_data["via"])

    @property
    def told(self) -> str:
        return _("The time is written down: %(name)s.") % {"name": self.interview.applicant.person.full_name}


class AskForm(Asking):
    """Invite the ticked ones, or everybody who has not been asked; `made` is the job where they are many."""

    def __init__(self, data: QueryDict, *, campaign: Campaign, by: Actor) -> None:
        super().__init__(data)
        self.campaign, self.by = campaign, by
        self.chosen: list[Applicant] = []

    def clean(self) -> dict:
        rows = interview_times.askable(self.campaign, self.by.user)
        if "everybody" not in self.data:
            rows = rows.filter(pk__in=ticked(self.data.getlist("applicant")))
        self.chosen = list(rows)
        if not self.chosen:
            raise forms.ValidationError(_("Tick those who are invited."))
        return self.cleaned_data

    def act(self) -> object:
        return interview_asking.start(self.campaign, self.chosen, self.by)

    @property
    def told(self) -> str:
        if self.made:
            return ""
        words = ngettext(
            "%(count)s person is invited to choose a time.",
            "%(count)s people are invited to choose a time.",
            len(self.chosen),
        )
        return words % {"count": len(self.chosen)}


ACTS: dict[str, tuple[Callable[[Interview, Actor], object], str]] = {
    "peru": (verbs.cancel, _("The interview is cancelled and the person told: %(name)s.")),
    "vapauta": (verbs.give_back, _("The time is free again: %(name)s chooses anew.")),
    "ei-tullut": (verbs.missed, _("Written down: %(name)s did not come.")),
}
"""What those who recruit press on the list of times, by the word in the address, and what is told of it."""
