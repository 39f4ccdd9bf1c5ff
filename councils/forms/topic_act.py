"""What the leaders do with one topic: to an agenda, aside with a reason, a vote told on the phone."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import formats
from coordination.foundation.asking import Asking
from coordination.foundation.guarded import GuardedCharField
from coordination.people.actor import Actor
from coordination.people.forms.choices import PersonField
from coordination.people.models import Person
from councils.domain import topic as verbs
from councils.domain import topic_vote
from councils.models import Meeting, Membership, Topic


class MeetingField(forms.ModelChoiceField):
    def label_from_instance(self, meeting: Meeting) -> str:
        return formats.moment(meeting.starts_at)


class TopicForm(Asking):
    """Of one topic."""

    def __init__(self, *args: object, topic: Topic, by: Actor, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.topic, self.by = topic, by


class AgendaForm(TopicForm):
    meeting = MeetingField(
        queryset=None,
        label=pgettext_lazy("topic", "Which meeting?"),
        required=False,
        empty_label=_("No meeting yet: it waits with the items that move on"),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = self.topic.council.meetings.upcoming()

    def act(self) -> object:
        return verbs.take(self.topic, self.by, self.cleaned_data["meeting"])


class ParkForm(TopicForm):
    because = GuardedCharField(
        label=_("Why is it put aside?"),
        help_text=_("For example: the doors are being changed already."),
        readers=_("whoever proposed it"),
        max_length=300,
        error_messages={"required": _("Write why it is put aside. The proposer reads it.")},
    )

    def act(self) -> Topic:
        return verbs.park(self.topic, self.by, self.cleaned_data["because"])


class PhoneVoteForm(TopicForm):
    member = PersonField(
        queryset=None,
        label=_("Which member?"),
        error_messages={"required": _("Choose the member who gives the vote.")},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        seats = Membership.objects.open().filter(council=self.topic.council)
        self.fields["member"].queryset = Person.objects.filter(pk__in=seats.values("person")).order_by("first_name")

    def act(self) -> object:
        return topic_vote.vote(self.topic, self.by.acting_for(self.cleaned_data["member"]))
