"""A training group: its facts, its times, who is in it, who has completed it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.events.forms.event import WhenForm, at
from coordination.events.forms.series import STEPS, days
from coordination.events.forms.where import WHERE, WherePart
from coordination.events.models import EventSeries
from coordination.foundation import clock
from coordination.foundation.asking import Asking
from coordination.foundation.fields import ComingDateField, FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField, GuardsTexts
from coordination.foundation.texts_form import TextsFormField
from coordination.people.actor import Actor
from coordination.people.forms.choices import NamedField, UnitField, head_of
from coordination.people.models import Role, Unit, User
from coordination.recruitment.models import Campaign
from experts.domain import training, training_group
from experts.models import Expert, Mark, Training, TrainingGroup

READERS = _("those in the group and the coordinators")
Rhythm = EventSeries.Rhythm


class CampaignField(NamedField):
    def label_from_instance(self, campaign: Campaign) -> str:
        return str(campaign.names)


class ExpertsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, expert: Expert) -> str:
        return f"{expert.person.full_name} ({expert.get_status_display()})"


class TrainingsField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, row: Training) -> str:
        return row.expert.person.full_name


def hours_fields() -> dict[str, forms.Field]:
    """How long it is: in hours, in credits, or both."""
    number = {"required": False, "min_value": 0, "widget": forms.TextInput(attrs={"class": "input--short"})}
    return {
        "hours": forms.DecimalField(label=_("Hours"), max_digits=6, decimal_places=1, localize=True, **number),
        "credits": forms.DecimalField(
            label=_("Credits (ECTS)"), max_digits=4, decimal_places=1, localize=True, **number
        ),
    }


class GroupForm(GuardsTexts, Asking):
    """New, or other facts of a group. `group` is None for a new one."""

    unit = UnitField(queryset=None, label=_("In the register of"))
    names = TextsFormField(label=pgettext_lazy("training", "Name"))
    provider = GuardedCharField(
        label=_("Who arranges it"),
        max_length=160,
        help_text=_("The organisation itself, a school or a university of applied sciences."),
        readers=READERS,
    )
    starts_on = FinnishDateField(label=_("First day"))
    ends_on = FinnishDateField(label=_("Last day"))
    marks = forms.MultipleChoiceField(
        label=_("What it holds"),
        choices=Mark.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )
    campaign = CampaignField(
        queryset=None,
        label=_("For those chosen in"),
        required=False,
        help_text=_("Then those admitted from this recruitment are taken into the group in one press."),
        empty_label=_("no recruitment"),
    )

    field_order = ["unit", "names", "provider", "starts_on", "ends_on", "hours", "credits", "marks", "campaign"]

    def __init__(self, *args: object, user: User, group: TrainingGroup | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user, self.group = user, group
        self.fields |= hours_fields()
        self.order_fields(self.field_order)
        units = Unit.objects.within(user.branches(Role.Kind.COORDINATOR)).active()
        self.fields["unit"].queryset, self.fields["unit"].initial = units, head_of(units)
        campaigns = Campaign.objects.led_by(user).filter(kind=Campaign.Kind.EXPERTS)
        self.fields["campaign"].queryset = campaigns.order_by("-pk")
        if group is not None:
            self.fields.pop("unit")
            self.initial = {name: getattr(group, name) for name in training_group.FACTS} | self.initial

    def act(self) -> TrainingGroup:
        said, by = dict(self.cleaned_data), Actor.of(self.user)
        if self.group is not None:
            return training_group.change(self.group, by, **said)
        return training_group.plan(said.pop("unit"), by, **said)


class TimesForm(WherePart, WhenForm):
    """The sessions: the first day, how often, how many."""

    day = ComingDateField(label=_("First day"))
    rhythm = forms.ChoiceField(
        label=_("How often"), choices=[pair for pair in Rhythm.choices if pair[0] in STEPS], initial=Rhythm.WEEKLY
    )
    how_many = forms.IntegerField(
        label=_("How many times?"),
        min_value=1,
        max_value=40,
        initial=6,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )

    field_order = ["day", "begins", "ends", "rhythm", "how_many", *WHERE]

    def __init__(self, *args: object, group: TrainingGroup, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group, self.by = group, by
        self.fields["day"].initial = max(group.starts_on, clock.today())

    def act(self) -> list:
        said = self.cleaned_data
        found = days(said["day"], said["rhythm"], said["how_many"])
        dates = [(at(day, said["begins"]), at(day, said["ends"])) for day in found]
        return training_group.add_times(self.group, self.by, dates=dates, **self.where())


class EnrolForm(Asking):
    experts = ExpertsField(
        queryset=None,
        label=_("Whom do you take into the group?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )

    def __init__(self, *args: object, group: TrainingGroup, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group, self.by = group, by
        self.fields["experts"].queryset = training_group.candidates(group)

    def act(self) -> list[Training]:
        return training_group.enrol(self.group, self.cleaned_data["experts"], self.by)


class CompleteForm(Asking):
    """Everybody who goes on is ticked to begin with: take away those who have not completed it."""

    on = FinnishDateField(label=_("On which day was it completed?"))
    trainings = TrainingsField(
        queryset=None,
        label=_("Who has completed it?"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
    )

    def __init__(self, *args: object, group: TrainingGroup, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        rows = group.trainings.filter(status=Training.Status.GOING_ON).select_related("expert__person")
        self.fields["trainings"].queryset = rows.order_by("expert__person__last_name", "pk")
        self.fields["trainings"].initial = [row.pk for row in self.fields["trainings"].queryset]
        self.fields["on"].initial = min(group.ends_on, clock.today())

    def act(self) -> list[Training]:
        return training.complete(self.cleaned_data["trainings"], self.by, on=self.cleaned_data["on"])


class CancelForm(Asking):
    reason = GuardedTextField(
        label=_("Why is it not held?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        readers=_("everybody who was invited"),
    )

    def __init__(self, *args: object, group: TrainingGroup, by: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.group, self.by = group, by

    def act(self) -> TrainingGroup:
        return training_group.cancel(self.group, self.by, reason=self.cleaned_data["reason"])
