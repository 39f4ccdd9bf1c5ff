"""An interview that begins now."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.fields import GuardedCharField
from coordination.foundation.guarded import GuardsTexts
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.recruitment.domain import walk_in
from coordination.recruitment.models import Applicant

from .slot import InterviewersField


class WalkInForm(GuardsTexts, Asking):
    """Who sits beside, and where; both may be left as they are."""

    beside = InterviewersField(
        queryset=Person.objects.none(),
        label=_("Who interviews with you"),
        help_text=_(
            "Two are recommended. If you are alone, the summary asks why; a colleague can also come along later."
        ),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        required=False,
    )
    place = GuardedCharField(label=pgettext_lazy("interview", "Place"), required=False, max_length=200)

    def __init__(self, *args: object, applicant: Applicant, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.applicant, self.by = applicant, by
        self.clashes: list[str] = []
        self.fields["beside"].queryset = walk_in.colleagues(applicant.campaign, by)
        last = applicant.campaign.slots.order_by("-pk").first()
        self.initial |= {"place": last.place if last else ""}

    def act(self) -> object:
        beside = list(self.cleaned_data["beside"])
        people = [self.by.person, *beside] if self.by.person else beside
        self.clashes = [
            _("%(name)s has something else in the same hour: %(when)s.")
            % {"name": person.full_name, "when": formats.span(*when)}
            for person, when in walk_in.elsewhere(people)
        ]
        return walk_in.begin(self.applicant, self.by, beside=beside, place=self.cleaned_data["place"])

    @property
    def told(self) -> str:
        return _("The interview has begun. Write your notes here.")

    @property
    def remarks(self) -> list[str]:
        return self.clashes
