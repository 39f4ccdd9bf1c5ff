"""Choosing a time, and writing one down for somebody who called or wrote."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.people.actor import PHONE, POST, Actor
from coordination.recruitment.domain import interview as verbs
from coordination.recruitment.models import Interview, Slot


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
