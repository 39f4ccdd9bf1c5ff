"""A developer-client group's forms: the six sessions, the discussion event, the rows of problems."""

from __future__ import annotations

from datetime import datetime, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import ClockField, FinnishDateField
from coordination.foundation.guarded import GuardedCharField, GuardedTextField
from coordination.people.models import Person
from councils.domain import group, meeting, meeting_day, statement_recipient
from councils.domain import problem as problems
from councils.models import Council, Meeting, Problem

from .asking_council import AskingCouncil

HOURS = timedelta(hours=2)
BOX = {"rows": 3}


class StartForm(AskingCouncil):
    """A day and a clock: two hours, as the sessions of a group are."""

    day = FinnishDateField(
        label=pgettext_lazy("group", "Day"), error_messages={"required": _("Write the day as dd.mm.yyyy")}
    )
    begins = ClockField(
        label=pgettext_lazy("group", "Begins"),
        help_text=_("Two hours, coffee first."),
        error_messages={"required": _("Write the time as 13 or 13.15")},
    )

    def starts_at(self) -> datetime:
        return meeting.at(self.cleaned_data["day"], self.cleaned_data["begins"])


class SessionsForm(StartForm):
    place = GuardedCharField(label=pgettext_lazy("group", "Place"), required=False, max_length=200)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["day"].label = _("Day of the first session")
        self.fields["place"].initial = self.council.place

    def days(self) -> list[meeting_day.Day]:
        """The six days, a public holiday passed over."""
        return meeting_day.series(self.cleaned_data["day"], group.SESSIONS, Council.Rhythm.WEEKLY)

    def act(self) -> list[Meeting]:
        facts = {"place": self.cleaned_data["place"]} if self.cleaned_data["place"] else {}
        return group.plan_sessions(self.council, self.by, starts_at=self.starts_at(), **facts)


class DiscussionForm(StartForm):
    """When, and who of those who decide is invited; others are added on the meeting's own pages."""

    guests = forms.MultipleChoiceField(
        label=_("Who is invited?"),
        help_text=_("Nothing is sent yet: you open the meeting later. Employees are added on the meeting's pages."),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--one"}),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.known = {str(each.person.pk): each.person for each in statement_recipient.known(self.council)}
        self.fields["guests"].choices = [(key, _shown(person)) for key, person in self.known.items()]
        if not self.known:
            del self.fields["guests"]

    def act(self) -> Meeting:
        asked = [self.known[key] for key in self.cleaned_data.get("guests", [])]
        return group.plan_discussion(self.council, self.by, starts_at=self.starts_at(), guests=asked)


class ProblemForm(AskingCouncil):
    """A row of the sheet. Without `row` a new one is added."""

    problem = GuardedTextField(
        label=pgettext_lazy("problem", "Problem"),
        max_length=problems.LONGEST,
        widget=forms.Textarea(attrs=BOX),
        error_messages={"required": _("Write the problem first. A few words are enough.")},
    )
    why = GuardedTextField(
        label=pgettext_lazy("problem", "Why?"),
        required=False,
        max_length=problems.LONGEST,
        widget=forms.Textarea(attrs=BOX),
    )
    solution = GuardedTextField(
        label=pgettext_lazy("problem", "Solution"),
        required=False,
        max_length=problems.LONGEST,
        widget=forms.Textarea(attrs=BOX),
    )
    feasible = forms.ChoiceField(
        label=pgettext_lazy("problem", "Can it be done?"), required=False, choices=Problem.Feasible.choices
    )

    def __init__(self, *args: object, row: Problem | None = None, **kwargs: object) -> None:
        if row:
            kwargs["initial"] = {name: getattr(row, name) for name in ("problem", "why", "solution", "feasible")}
        super().__init__(*args, **kwargs)
        self.row = row

    def act(self) -> Problem:
        if self.row:
            return problems.change(self.row, self.by, **self.cleaned_data)
        return problems.add(self.council, self.by, **self.cleaned_data)


def _shown(person: Person) -> str:
    return f"{person.full_name}, {person.title}" if person.title else person.full_name
