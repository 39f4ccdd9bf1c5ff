"""Forms of those who recruit and of workers, and the applicant's own: write down, recommend, correct, choose from the list."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.people.actor import Actor
from coordination.records.models import Job
from coordination.recruitment.domain import applicant as verbs
from coordination.recruitment.domain import channel as channels
from coordination.recruitment.domain import waiting
from coordination.recruitment.models import Applicant, Campaign, Channel

from .details import REACH, ReachPart, SaidPart, WhoPart

SOURCES = [
    way for way in Applicant.Source.choices if way[0] not in (Applicant.Source.FORM, Applicant.Source.RECOMMENDED)
]


class WriteDownForm(Asking, SaidPart, WhoPart):
    """A recruiter writes down one who came on paper, by phone or at an event."""

    source = forms.ChoiceField(
        label=_("How did the details come?"), choices=SOURCES, widget=forms.RadioSelect(attrs={"class": "choices--two"})
    )
    heard = forms.ChoiceField(
        label=_("Where did the person hear of this?"),
        choices=[("", _("Not known")), *Channel.Kind.choices],
        required=False,
    )
    language = forms.ChoiceField(label=_("Language of messages"), choices=settings.LANGUAGES)
    told_by_mouth = forms.BooleanField(
        label=_("I told who keeps the details and why, and what happens next: no message is needed"), required=False
    )
    field_order = ["source", "heard", "first_name", "last_name", *REACH, "channel", "format", "language"]

    def __init__(self, *args: object, campaign: Campaign, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.campaign, self.by = campaign, by
        words = {
            "channel": _("How is the person contacted?"),
            "format": _("How does the person read best?"),
            "motivation": _("What interests the person in this?"),
            "services": _("Which services does the person have experience of?"),
            "area": _("Where does the person live?"),
            "is_first_timer": _("Has the person taken part in such activity before?"),
            "is_employee": _("Works for the organisation"),
            "is_in_body": _("Belongs to its board, council or another statutory body"),
        }
        for name, label in words.items():
            self.fields[name].label = label
        self.fields["age_band"].choices = [("", _("Not known")), *Applicant.AgeBand.choices]
        self.fields["is_first_timer"].choices = [("", _("Not known")), ("yes", _("No")), ("no", _("Yes"))]

    def act(self) -> Applicant:
        heard = self.cleaned_data["heard"]
        return verbs.write_down(
            self.campaign,
            self.by,
            {**self.who(), "language": self.cleaned_data["language"]},
            self.said(),
            source=self.cleaned_data["source"],
            channel=channels.of_kind(self.campaign, heard) if heard else None,
            told_by_mouth=self.cleaned_data["told_by_mouth"],
        )


class RecommendForm(Asking, WhoPart):
    """A worker's recommendation: the permission and its day, now or later, and nothing more (CC-06)."""

    campaign = forms.ModelChoiceField(
        Campaign.objects.none(),
        label=pgettext_lazy("recommendation", "To what?"),
        empty_label=None,
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
        error_messages={"required": _("Choose one.")},
    )
    has_permission = forms.BooleanField(
        label=_("The person has said yes to my passing on their contact details"),
        error_messages={"required": _("Ask the person first: without a permission nothing is passed on.")},
    )
    permission_on = FinnishDateField(
        label=_("When did the person say yes?"),
        initial=clock.today,
        error_messages={"required": _("Write the day on which the person said yes.")},
    )
    life_situation = forms.ChoiceField(
        label=_("Does the life situation let the person take part?"),
        help_text=_("Only this is kept. Do not tell why."),
        choices=Applicant.Situation.choices,
        widget=forms.RadioSelect(attrs={"class": "choices--two"}),
        error_messages={"required": _("Choose now or later.")},
    )
    field_order = ["campaign", "first_name", "last_name", *REACH, "channel", "format"]

    def __init__(self, *args: object, campaigns: QuerySet[Campaign], by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        self.fields["campaign"].queryset = campaigns
        self.fields["campaign"].label_from_instance = lambda row: str(row.names)
        self.fields["channel"].label = _("How is the person contacted?")
        self.fields["format"].label = _("How does the person read best?")

    def act(self) -> Applicant:
        said = self.cleaned_data
        return verbs.recommend(
            said["campaign"],
            self.by,
            self.who(),
            permission_on=said["permission_on"],
            life_situation=said["life_situation"],
        )


class CorrectForm(Asking, ReachPart):
    """The applicant corrects how they are reached. Behind a link nothing that is kept is shown: an empty box changes nothing."""

    area = GuardedCharField(label=_("Where do you live?"), max_length=80, required=False)

    def __init__(self, *args: object, applicant: Applicant, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.applicant, self.by = applicant, by
        if not verbs.may_correct_reach(applicant, by):
            for name in (*REACH, "channel", "format"):
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if not self.errors and not any(cleaned.values()):
            raise ValidationError(_("Write what has changed. Empty boxes change nothing."), code="nothing")
        return cleaned

    def act(self) -> Applicant:
        area = self.cleaned_data["area"]
        return verbs.correct(self.applicant, self.by, self.reach(), {"area": area} if area else {})


class FilterForm(GuardsTexts, forms.Form):
    """What the list shows. Anything unknown in an address is left out, not an error."""

    q = forms.CharField(label=_("Name, e-mail or phone"), required=False, max_length=80)
    state = forms.ChoiceField(
        label=pgettext_lazy("applicant", "State"),
        required=False,
        choices=[("", pgettext_lazy("applicants", "all")), *Applicant.Status.choices],
    )
    source = forms.ChoiceField(
        label=_("How the details came"),
        required=False,
        choices=[("", pgettext_lazy("applicants", "all")), *Applicant.Source.choices],
    )
    channel = forms.ChoiceField(
        label=_("Heard of it by"),
        required=False,
        choices=[("", pgettext_lazy("applicants", "all")), *Channel.Kind.choices],
    )
    late = forms.BooleanField(label=_("Has heard nothing for too long"), required=False)
    double = forms.BooleanField(label=_("May be written down twice"), required=False)

    def boxes(self) -> list[forms.BoundField]:
        """Those that are drawn without “optional”: nobody takes a choice of a list for a duty."""
        return [self[name] for name in ("q", "state", "source", "channel")]

    def chosen(self) -> dict[str, Any]:
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class TellForm(Asking):
    """The ticked ones, or all that the list shows, hear where things stand."""

    def __init__(self, *args: object, applicants: QuerySet[Applicant], by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.applicants, self.by = applicants, by

    def act(self) -> int | Job:
        return waiting.tell_many(self.applicants, self.by)
