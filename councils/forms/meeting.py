"""Planning a meeting: a new one, its facts, a copy, a series by the council's rhythm."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock, working_day
from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardsTexts
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person
from councils.domain import meeting as verbs
from councils.domain import meeting_day, meeting_people, meeting_template
from councils.domain.meeting_day import Day
from councils.models import Council, Meeting

from .in_languages import InLanguages

YES, OTHERWISE = "yes", "otherwise"
NEEDED = [
    (YES, _("Yes: people need to hear each other")),
    (OTHERWISE, _("No: it can be settled otherwise, for example by phone or with a bulletin")),
]
READERS = _("everybody who is invited, once the meeting is opened")
TEXTS = {
    "purpose": _("Why do we meet?"),
    "directions": _("How to get there"),
    "venue_access": _("Accessibility of the place"),
    "catering": _("Refreshments"),
}


class WhenForm(forms.Form):
    """The day and the hours."""

    day = FinnishDateField(label=pgettext_lazy("meeting", "Day"))
    begins = ClockField(label=pgettext_lazy("meeting", "Begins"))
    ends = ClockField(label=pgettext_lazy("meeting", "Ends"))

    def starts_at(self) -> datetime:
        return verbs.at(self.cleaned_data["day"], self.cleaned_data["begins"])

    def ends_at(self) -> datetime:
        return verbs.at(self.cleaned_data["day"], self.cleaned_data["ends"])

    def refuse(self, refusal: Refused) -> None:
        """The verb's word beside the box it is about."""
        at = {"starts_at": "begins", "ends_at": "ends"}.get(refusal.field or "", refusal.field)
        Refused(refusal.message, field=at, code=refusal.code).as_form_error(self)


class NewForm(InLanguages, WhenForm):
    """Is it needed, which agenda, when, why: the rest comes from the council."""

    needed = forms.ChoiceField(
        label=_("Is a meeting needed?"),
        choices=NEEDED,
        initial=YES,
        widget=forms.RadioSelect(attrs={"class": "choices--one"}),
    )
    template = forms.ChoiceField(
        label=_("Which agenda do you begin with?"), widget=forms.RadioSelect(attrs={"class": "choices--two"})
    )
    field_order = ["needed", "template", "day", "begins", "ends"]

    def __init__(self, *args: object, council: Council, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by = council, by
        fitting = meeting_template.for_council(council)
        self.fields["template"].choices = [(each.key, each.name) for each in fitting]
        is_new = not council.meetings.exists() and council.kind != Council.Kind.DEVELOPER_GROUP
        self.fields["template"].initial = "first" if is_new else fitting[0].key
        begins, ends = _usual_hours(council)
        self.fields["day"].initial, self.fields["begins"].initial, self.fields["ends"].initial = (
            _next_day(council),
            begins,
            ends,
        )
        self.add_texts(
            "purpose",
            TEXTS["purpose"],
            rows=3,
            readers=READERS,
            help_text=_("Empty: the template's own words, if it has some."),
        )

    def is_needed(self) -> bool:
        return self.cleaned_data["needed"] == YES

    def save(self) -> Meeting | None:
        """None where the verb refused; the reason stands on the form."""
        said = self.texts("purpose")
        try:
            return verbs.plan(
                self.council,
                self.by,
                starts_at=self.starts_at(),
                ends_at=self.ends_at(),
                template=self.cleaned_data["template"],
                **({"purpose": said} if said else {}),
            )
        except Refused as refusal:
            self.refuse(refusal)
            return None


class FactsForm(InLanguages, GuardsTexts, WhenForm):
    """Everything of a planned meeting but its agenda; of an open one what the invited need not be told."""

    mode = forms.ChoiceField(label=_("On the spot or remotely"), choices=Council.Mode.choices, widget=forms.RadioSelect)
    place = GuardedCharField(label=pgettext_lazy("meeting", "Place"), required=False, max_length=200)
    online_url = forms.URLField(label=_("Remote link"), required=False, assume_scheme="https")
    chair = forms.ChoiceField(label=pgettext_lazy("meeting", "Chair"), required=False)
    secretary = forms.ChoiceField(label=pgettext_lazy("meeting", "Secretary"), required=False)
    presenter = forms.ChoiceField(label=pgettext_lazy("meeting", "Presents the topics"), required=False)
    distributor = forms.ChoiceField(label=_("Sends the minutes, also to the absent"), required=False)
    answer_by = FinnishDateField(label=_("Answers are wished for by"), required=False)

    def __init__(self, *args: object, meeting: Meeting, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.council, self.by = meeting, meeting.council, by
        self._fill_facts()
        self._name_people()
        for name, label in TEXTS.items():
            self.add_texts(name, label, value=getattr(meeting, name), rows=3, readers=READERS)
        codes = self._codes()
        order = [
            "purpose",
            "day",
            "begins",
            "ends",
            "mode",
            "place",
            "directions",
            "venue_access",
            "online_url",
            "catering",
        ]
        named = [
            f"{name}_{code}" if name in TEXTS else name
            for name in order
            for code in (codes if name in TEXTS else codes[:1])
        ]
        self.order_fields([*named, *meeting_people.TASKS, "answer_by"])
        if meeting.status != Meeting.Status.PLANNED:
            self._keep_inner()

    def save(self) -> bool:
        try:
            verbs.change(self.meeting, self.by, **self._facts())
        except Refused as refusal:
            box = (
                Refused(refusal.message, field=self.box(refusal.field), code=refusal.code)
                if refusal.field in TEXTS
                else refusal
            )
            self.refuse(box)
            return False
        return True

    def _facts(self) -> dict[str, Any]:
        facts = {name: self.texts(name) for name in TEXTS if self.box(name) in self.fields}
        facts |= {task: self.people.get(self.cleaned_data[task]) for task in meeting_people.TASKS}
        if "day" in self.fields:
            facts |= {"starts_at": self.starts_at(), "ends_at": self.ends_at()}
            facts |= {name: self.cleaned_data[name] for name in ("mode", "place", "online_url", "answer_by")}
        return facts

    def _fill_facts(self) -> None:
        begins, ends = clock.local(self.meeting.starts_at), clock.local(self.meeting.ends_at)
        self.initial |= {"day": begins.date(), "begins": begins.time(), "ends": ends.time()}
        self.initial |= {name: getattr(self.meeting, name) for name in ("mode", "place", "online_url", "answer_by")}

    def _name_people(self) -> None:
        leaders, members = meeting_people.leaders(self.council), meeting_people.members(self.council)
        self.people: dict[str, Person] = {str(person.pk): person for person in [*leaders, *members]}
        for task in meeting_people.TASKS:
            groups: list = [("", _("Nobody yet"))]
            groups.append((_("Leaders"), [(str(person.pk), person.full_name) for person in leaders]))
            if task not in meeting_people.FOR_LEADERS and members:
                groups.append((_("Members"), [(str(person.pk), person.full_name) for person in members]))
            self.fields[task].choices = groups
            self.initial[task] = str(getattr(self.meeting, f"{task}_id") or "")

    def _keep_inner(self) -> None:
        kept = {*verbs.INNER, *(f"{name}_{code}" for name in verbs.INNER for code in self._codes())}
        for name in set(self.fields) - kept:
            del self.fields[name]


class CopyForm(WhenForm):
    def __init__(self, *args: object, meeting: Meeting, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.by = meeting, by
        begins, ends = clock.local(meeting.starts_at), clock.local(meeting.ends_at)
        self.initial |= {"day": _next_day(meeting.council), "begins": begins.time(), "ends": ends.time()}

    def save(self) -> Meeting | None:
        try:
            return verbs.copy(self.meeting, self.by, starts_at=self.starts_at(), ends_at=self.ends_at())
        except Refused as refusal:
            self.refuse(refusal)
            return None


class SeriesForm(WhenForm):
    """Many meetings at once: the first day, how often, how many."""

    how_many = forms.IntegerField(
        label=_("How many meetings?"),
        min_value=2,
        max_value=verbs.MOST_IN_SERIES,
        initial=6,
        widget=forms.NumberInput(attrs={"class": "input--short"}),
    )
    rhythm = forms.ChoiceField(
        label=pgettext_lazy("meeting", "How often?"),
        choices=[pair for pair in Council.Rhythm.choices if pair[0] != Council.Rhythm.OTHER],
    )

    def __init__(self, *args: object, council: Council, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.council, self.by = council, by
        begins, ends = _usual_hours(council)
        rhythm = council.rhythm if council.rhythm != Council.Rhythm.OTHER else Council.Rhythm.MONTHLY
        self.initial |= {"day": _next_day(council), "begins": begins, "ends": ends, "rhythm": rhythm}
        self.fields["day"].label = _("First day")

    def days(self) -> list[Day]:
        data = self.cleaned_data
        return meeting_day.series(data["day"], data["how_many"], data["rhythm"])

    def save(self) -> list[Meeting] | None:
        data = self.cleaned_data
        try:
            return verbs.series(
                self.council,
                self.by,
                starts_at=self.starts_at(),
                ends_at=self.ends_at(),
                how_many=data["how_many"],
                rhythm=data["rhythm"],
            )
        except Refused as refusal:
            self.refuse(refusal)
            return None


def _next_day(council: Council) -> date:
    """The next day of the council's rhythm after its last meeting; two weeks from now where there is none."""
    last = council.meetings.exclude(status=Meeting.Status.CANCELLED).order_by("starts_at").last()
    if last is None:
        return working_day.on_or_after(clock.today() + timedelta(weeks=2))
    day = meeting_day.series(clock.local(last.starts_at).date(), 2, council.rhythm)[1].day
    tomorrow = clock.today() + timedelta(days=1)
    return day if day >= tomorrow else working_day.on_or_after(tomorrow)


def _usual_hours(council: Council) -> tuple[time, time]:
    last = council.meetings.order_by("starts_at").last()
    if last is None:
        return time(13), time(15)
    return clock.local(last.starts_at).time(), clock.local(last.ends_at).time()
