"""A task before or after a meeting (CC-26)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.asking import Asking
from coordination.foundation.fields import FinnishDateField
from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from councils.domain import meeting_people
from councils.domain import meeting_task as verbs
from councils.models import Meeting, MeetingTask


class TaskForm(Asking):
    what = GuardedCharField(
        label=pgettext_lazy("task", "What"), max_length=200, readers=_("the leaders of the council")
    )
    owner = forms.ChoiceField(label=pgettext_lazy("task", "Who"), required=False)
    due_on = FinnishDateField(label=pgettext_lazy("task", "By when"), required=False)

    def __init__(
        self, *args: object, meeting: Meeting, by: Actor, task: MeetingTask | None = None, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)
        self.meeting, self.by, self.task = meeting, by, task
        self.leaders = {str(person.pk): person for person in meeting_people.leaders(meeting.council)}
        self.fields["owner"].choices = [
            ("", _("Nobody yet")),
            *((key, person.full_name) for key, person in self.leaders.items()),
        ]
        if task:
            self.initial |= {"what": task.what, "owner": str(task.owner_id or ""), "due_on": task.due_on}

    def act(self) -> object:
        data = self.cleaned_data
        facts = {"what": data["what"], "owner": self.leaders.get(data["owner"]), "due_on": data["due_on"]}
        if self.task:
            return verbs.change(self.task, self.by, **facts)
        return verbs.add(self.meeting, self.by, **facts)
