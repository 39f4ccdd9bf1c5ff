"""The expert's limits on one page."""

from __future__ import annotations

from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from coordination.people.models import Unit
from experts.domain import expert_language, limit
from experts.models import Arrangement, Expert, ServiceArea, TaskType

READERS = _("your coordinator")


class LimitForm(Asking):
    max_per_month = forms.IntegerField(
        label=_("How many bookings a month at most?"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("Empty: no limit."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    rest_days = forms.IntegerField(
        label=_("How many days of rest after a booking?"),
        min_value=0,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input--short"}),
    )
    remote = forms.ChoiceField(label=_("Where can you work?"), choices=Expert.Remote.choices, widget=forms.RadioSelect)
    locality = GuardedCharField(label=_("Town"), required=False, max_length=80, readers=READERS)
    languages = forms.MultipleChoiceField(
        label=_("Which languages do you work in?"),
        choices=list(expert_language.NAMES.items()),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        required=False,
    )
    areas = forms.ModelMultipleChoiceField(
        label=_("Which services do you have own experience of?"),
        queryset=ServiceArea.objects.filter(in_use=True),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        required=False,
    )
    task_types = forms.ModelMultipleChoiceField(
        label=_("Which tasks do you want to be asked for?"),
        queryset=TaskType.objects.filter(in_use=True),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        required=False,
    )
    access = forms.MultipleChoiceField(
        label=_("What do you need at the place?"),
        choices=Arrangement.choices,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        required=False,
        help_text=_("Whoever orders you reads this once a meeting is agreed, and arranges it."),
    )
    no_media = forms.BooleanField(label=_("No media, recordings or photographs"), required=False)
    fee_mode = forms.ChoiceField(
        label=pgettext_lazy("expert", "Fee"),
        choices=Expert.FeeMode.choices,
        widget=forms.RadioSelect,
        help_text=_("The fee is small extra income, not a living. It may affect your benefits: ask before you choose."),
    )
    refused_units = forms.ModelMultipleChoiceField(
        label=_("Where are you not to be sent?"),
        queryset=Unit.objects.none(),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--two"}),
        required=False,
        help_text=_("You need not tell why. It holds for the units below it too."),
    )

    def __init__(self, *args, expert: Expert, by: Actor, **kwargs) -> None:
        self.expert, self.by = expert, by
        super().__init__(*args, initial=_initial(expert), **kwargs)
        organisation = expert.unit.organisation()
        self.fields["refused_units"].queryset = Unit.objects.within([organisation]).active().exclude(pk=organisation.pk)
        self.fields["refused_units"].readers = READERS
        pauses = {row.area_id: row for row in expert.paused_topics.all()}
        # A pause on an area that has gone out of use stays on the form, so that saving does not end it.
        self.topics = [area for area in ServiceArea.objects.all() if area.in_use or area.pk in pauses]
        for area in self.topics:
            self._add_topic(area, pauses.get(area.pk))

    def _add_topic(self, area: ServiceArea, pause) -> None:
        label = _("%(topic)s: not for now") % {"topic": area}
        self.fields[f"pause_{area.pk}"] = forms.BooleanField(label=label, required=False, initial=pause is not None)
        self.fields[f"until_{area.pk}"] = FinnishDateField(
            label=_("%(topic)s: last day of the pause") % {"topic": area},
            required=False,
            initial=pause.until if pause else None,
        )

    def topic_rows(self) -> list[tuple[ServiceArea, forms.BoundField, forms.BoundField]]:
        return [(area, self[f"pause_{area.pk}"], self[f"until_{area.pk}"]) for area in self.topics]

    def plain_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith(("pause_", "until_"))]

    def act(self) -> Expert:
        """Raises `Refused`."""
        told = self.cleaned_data
        facts = {name: told[name] for name in limit.FACTS}
        lists = {name: told[name] for name in ("areas", "task_types", "languages", "refused_units")}
        return limit.keep(self.expert, self.by, paused=self._pauses(), **lists, **facts)

    def _pauses(self) -> dict[ServiceArea, date | None]:
        told = self.cleaned_data
        # A last day alone means a pause: whoever wrote it forgot the tick.
        return {
            area: told[f"until_{area.pk}"]
            for area in self.topics
            if told[f"pause_{area.pk}"] or told[f"until_{area.pk}"]
        }


def _initial(expert: Expert) -> dict:
    facts = {name: getattr(expert, name) for name in limit.FACTS}
    return {
        **facts,
        "areas": expert.areas.all(),
        "task_types": expert.task_types.all(),
        "languages": [row.code for row in expert.languages.all()],
        "refused_units": [row.unit_id for row in expert.refused_units.all()],
    }
